package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends what a person holds and lends in a firm, at once: for those who have just suspended or
 * detached them, in a transaction of their own.
 */
@Component
public class EndOfRights {

    private static final String DELEGATIONS =
            """
            UPDATE platform.delegation SET revoked_at = now()
            WHERE firm_id = :firm AND revoked_at IS NULL
              AND (giver_id = :person OR :received AND holder_id = :person)
            RETURNING id, holder_id
            """;

    private final JdbcClient platform;
    private final HeldLines held;
    private final AuditTrail audit;
    private final Outbox outbox;

    EndOfRights(
            @Qualifier("platformJdbc") JdbcClient platform,
            HeldLines held,
            AuditTrail audit,
            Outbox outbox) {
        this.platform = platform;
        this.held = held;
        this.audit = audit;
        this.outbox = outbox;
    }

    private record Ended(DelegationId id, UserAccountId holder) {}

    /**
     * Ends all that a person lends.
     *
     * @param by who ends it; the service if null
     * @param firm the firm
     * @param person who lends
     */
    public void ofLending(@Nullable UserAccountId by, FirmId firm, UserAccountId person) {
        tell(by, firm, person, delegations(firm, person, false));
    }

    /**
     * Ends all that a person lends and was lent.
     *
     * @param by who ends it; the service if null
     * @param firm the firm
     * @param person who
     */
    public void ofDelegations(@Nullable UserAccountId by, FirmId firm, UserAccountId person) {
        tell(by, firm, person, delegations(firm, person, true));
    }

    /**
     * Ends all that a person lends, was lent and holds.
     *
     * @param by who ends it; the service if null
     * @param firm the firm
     * @param person whose
     */
    public void ofAll(@Nullable UserAccountId by, FirmId firm, UserAccountId person) {
        ofDelegations(by, firm, person);
        audit.recordEachUse(
                firm,
                by,
                Right.DELEGATE,
                "habilitation.revoked",
                held.revokeAll(firm, person).stream()
                        .map(line -> AuditDetails.of(line.holder(), line.scope(), line.profile()))
                        .toList());
    }

    /** Ends all that a person lends and was lent, for one who tells of it themselves. */
    int silently(FirmId firm, UserAccountId person) {
        return delegations(firm, person, true).size();
    }

    private List<Ended> delegations(FirmId firm, UserAccountId person, boolean received) {
        return platform.sql(DELEGATIONS)
                .param("firm", firm.value())
                .param("person", person.value())
                .param("received", received)
                .query((row, n) ->
                        new Ended(
                                new DelegationId(row.getObject(1, UUID.class)),
                                new UserAccountId(row.getObject(2, UUID.class))))
                .list();
    }

    private void tell(
            @Nullable UserAccountId by, FirmId firm, UserAccountId person, List<Ended> ended) {
        for (Ended one : ended) {
            audit.recordInFirm(
                    firm,
                    by,
                    "delegation.cut",
                    Map.of("holder", one.holder().toString(), "giver", person.toString()));
            outbox.record(new DelegationRevoked(one.id()));
        }
    }
}
