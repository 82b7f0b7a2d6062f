package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditSeal;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts a hand-over on record: a row of the firm's chain for each habilitation, one that closes it,
 * and the certificate, sealed by the hash of the last.
 */
@Component
class HandOverProof {

    private static final String HEAD =
            """
            INSERT INTO platform.hand_over
              (id, firm_id, by_id, from_id, to_id, at, departure, delegations, chain_row, chain_hash)
            VALUES (:id, :firm, :by, :from, :to, :at, :departure, :delegations, :row, :hash)
            """;

    private static final String PARTS =
            """
            INSERT INTO platform.hand_over_part (hand_over_id, tenant_id, portfolio_id, profile)
            SELECT :id, unnest(:companies), unnest(:portfolios), unnest(:profiles)
            """;

    private final JdbcClient platform;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    HandOverProof(
            @Qualifier("platformJdbc") JdbcClient platform,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.platform = platform;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    HandOverId write(
            FirmId firm,
            UserAccountId by,
            UserAccountId from,
            UserAccountId to,
            List<GrantLine> moved,
            boolean departure,
            int delegations) {
        HandOverId id = new HandOverId(Uuid7.next());
        audit.recordEachUse(
                firm,
                by,
                Right.DELEGATE,
                "handover.given",
                moved.stream().map(line -> details(to, line)).toList());
        audit.recordUse(
                firm,
                by,
                Right.DELEGATE,
                departure ? "handover.departure" : "handover.done",
                Map.of(
                        "holder", from.toString(),
                        "to", to.toString(),
                        "hand-over", id.toString(),
                        "habilitations", Integer.toString(moved.size()),
                        "delegations", Integer.toString(delegations)));
        AuditSeal seal = audit.sealOfFirm(firm);
        platform.sql(HEAD)
                .param("id", id.value())
                .param("firm", firm.value())
                .param("by", by.value())
                .param("from", from.value())
                .param("to", to.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("departure", departure)
                .param("delegations", delegations)
                .param("row", seal.n())
                .param("hash", seal.hash())
                .update();
        platform.sql(PARTS)
                .param("id", id.value())
                .param("companies", ids(moved, line -> Ids.of(line.scope().company())))
                .param("portfolios", ids(moved, line -> Ids.of(line.scope().portfolio())))
                .param(
                        "profiles",
                        moved.stream().map(line -> line.profile().code()).toArray(String[]::new))
                .update();
        outbox.record(new HandedOver(id));
        return id;
    }

    private static Map<String, String> details(UserAccountId to, GrantLine line) {
        Map<String, String> details = AuditDetails.of(to, line.scope(), line.profile());
        details.put("from", line.holder().toString());
        return details;
    }

    private static UUID[] ids(List<GrantLine> lines, Function<GrantLine, @Nullable UUID> which) {
        return lines.stream().map(which).toArray(UUID[]::new);
    }
}
