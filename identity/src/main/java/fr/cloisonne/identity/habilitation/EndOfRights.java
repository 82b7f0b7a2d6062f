package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends what a person holds and lends in a firm, at once: for those who suspend or detach them, who
 * check first that it may be done, in a transaction of their own.
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
    private final RightsEpoch epoch;
    private final AuditTrail audit;
    private final Outbox outbox;

    EndOfRights(
            @Qualifier("platformJdbc") JdbcClient platform,
            HeldLines held,
            RightsEpoch epoch,
            AuditTrail audit,
            Outbox outbox) {
        this.platform = platform;
        this.held = held;
        this.epoch = epoch;
        this.audit = audit;
        this.outbox = outbox;
    }

    private record Ended(DelegationId id, UserAccountId holder) {}

    /**
     * Ends all that a person lends.
     *
     * @param by who ends it
     * @param firm the firm
     * @param person who lends
     */
    public void ofLending(UserAccountId by, FirmId firm, UserAccountId person) {
        tell(by, firm, person, delegations(firm, person, false));
    }

    /**
     * Ends all that a person lends, was lent and holds.
     *
     * @param by who ends it
     * @param firm the firm
     * @param person whose
     */
    public void ofAll(UserAccountId by, FirmId firm, UserAccountId person) {
        List<GrantLine> lines = held.of(firm, person);
        List<Ended> ended = delegations(firm, person, true);
        List<GrantLine> taken = lines.isEmpty() ? lines : held.revoke(firm, lines);
        tell(by, firm, person, ended);
        audit.recordEachUse(
                firm,
                by,
                Right.DELEGATE,
                "habilitation.revoked",
                taken.stream()
                        .map(line -> AuditDetails.of(line.holder(), line.scope(), line.profile()))
                        .toList());
    }

    /**
     * Tells whoever keeps an answer about a person's rights that it is old.
     *
     * @param person whose
     */
    public void raise(UserAccountId person) {
        epoch.raise(person);
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

    private void tell(UserAccountId by, FirmId firm, UserAccountId person, List<Ended> ended) {
        Set<UserAccountId> touched = new HashSet<>();
        touched.add(person);
        ended.forEach(one -> touched.add(one.holder()));
        epoch.raise(touched);
        for (Ended one : ended) {
            audit.recordInFirm(
                    firm,
                    by,
                    null,
                    "delegation.cut",
                    Map.of("holder", one.holder().toString(), "giver", person.toString()));
            outbox.record(new DelegationRevoked(one.id()));
        }
    }
}
