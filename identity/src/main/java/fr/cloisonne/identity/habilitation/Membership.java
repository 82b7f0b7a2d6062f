package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.signin.SessionEnd;
import fr.cloisonne.identity.signin.SessionEnding;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Whether a person counts as a colleague of a firm. Whoever stops counting loses at once what they
 * had lent and borrowed there, and their sessions, unless another place knows them too: rights and
 * tokens are read at each use, so that what they keep elsewhere opens nothing here. Callers check
 * the right to do it and write it to the audit trail.
 */
@Component
public class Membership {

    private static final String LENT =
            """
            UPDATE platform.delegation SET revoked_at = now()
            WHERE firm_id = :firm AND (giver_id = :person OR holder_id = :person)
              AND revoked_at IS NULL
            RETURNING id, holder_id
            """;

    private static final String ELSEWHERE =
            """
            SELECT EXISTS (SELECT 1 FROM platform.firm_member m
                           WHERE m.user_id = :person AND m.firm_id <> :firm)
                OR EXISTS (SELECT 1 FROM platform.company_member s WHERE s.user_id = :person)
            """;

    private final JdbcClient platform;
    private final Administrators administrators;
    private final RightsEpoch epoch;
    private final SessionEnding sessions;
    private final Outbox outbox;

    Membership(
            @Qualifier("platformJdbc") JdbcClient platform,
            Administrators administrators,
            RightsEpoch epoch,
            SessionEnding sessions,
            Outbox outbox) {
        this.platform = platform;
        this.administrators = administrators;
        this.epoch = epoch;
        this.sessions = sessions;
        this.outbox = outbox;
    }

    /**
     * Suspends a colleague.
     *
     * @param firm where
     * @param person who
     * @throws DelegationRefusedException if it is the firm's last administrator
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void suspend(FirmId firm, UserAccountId person) {
        administrators.requireAnother(firm, person);
        platform.sql(
                        "UPDATE platform.firm_member SET suspended_at = now() WHERE firm_id = ? AND user_id = ? AND suspended_at IS NULL")
                .params(firm.value(), person.value())
                .update();
        over(firm, person);
    }

    /**
     * Takes a suspension back; what was lent stays over.
     *
     * @param firm where
     * @param person who
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void reinstate(FirmId firm, UserAccountId person) {
        platform.sql(
                        "UPDATE platform.firm_member SET suspended_at = NULL WHERE firm_id = ? AND user_id = ?")
                .params(firm.value(), person.value())
                .update();
        epoch.raise(person);
    }

    /**
     * Ends it: the person is no colleague any more and holds nothing in the firm.
     *
     * @param firm where
     * @param person who
     * @throws DelegationRefusedException if it is the firm's last administrator
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void end(FirmId firm, UserAccountId person) {
        administrators.requireAnother(firm, person);
        platform.sql(
                        "UPDATE platform.habilitation SET revoked_at = now() WHERE firm_id = ? AND holder_id = ? AND revoked_at IS NULL")
                .params(firm.value(), person.value())
                .update();
        platform.sql("DELETE FROM platform.firm_member WHERE firm_id = ? AND user_id = ?")
                .params(firm.value(), person.value())
                .update();
        over(firm, person);
    }

    private void over(FirmId firm, UserAccountId person) {
        epoch.raise(person);
        List<UserAccountId> borrowers =
                platform.sql(LENT)
                        .param("firm", firm.value())
                        .param("person", person.value())
                        .query((row, n) -> {
                            var delegation = new DelegationId(row.getObject(1, UUID.class));
                            outbox.record(new DelegationRevoked(delegation));
                            return new UserAccountId(row.getObject(2, UUID.class));
                        })
                        .list();
        epoch.raise(borrowers);
        if (!knownElsewhere(firm, person)) {
            sessions.endAll(person, SessionEnd.SUSPENDED);
        }
    }

    private boolean knownElsewhere(FirmId firm, UserAccountId person) {
        return platform.sql(ELSEWHERE)
                .param("firm", firm.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }
}
