package fr.cloisonne.identity.signin;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.tenancy.value.FirmId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Sign-ins on record: a row in the service's chain, and in the chain of each firm of the account a
 * row that refers to it by its number.
 */
@Component
class SignInRecords {

    /** Of a company's own people, the firms that are in charge of it or gave them anything. */
    private static final String FIRMS =
            """
            SELECT firm_id FROM platform.firm_member WHERE user_id = :person
            UNION
            SELECT d.firm_id FROM platform.company_member s
            JOIN platform.mandate d ON d.tenant_id = s.tenant_id
            WHERE s.user_id = :person
              AND :today >= d.valid_from AND (d.valid_until IS NULL OR d.valid_until >= :today)
            UNION
            SELECT firm_id FROM platform.habilitation
            WHERE holder_id = :person AND revoked_at IS NULL
              AND (last_day IS NULL OR last_day >= :today)
            ORDER BY firm_id
            """;

    private final JdbcClient platform;
    private final AuditTrail audit;
    private final Clock clock;

    SignInRecords(@Qualifier("platformJdbc") JdbcClient platform, AuditTrail audit, Clock clock) {
        this.platform = platform;
        this.audit = audit;
        this.clock = clock;
    }

    @PlatformTransaction(propagation = Propagation.MANDATORY)
    void signedIn(SignedInSession session) {
        String way = session.way().word();
        long row =
                audit.recordInService(
                        session.person(),
                        "signin.ok",
                        Map.of("way", way, "session", session.id().toString()));
        inFirms(
                session.person(),
                session.person(),
                "signin.ok",
                Map.of("way", way, "service", Long.toString(row)));
    }

    @PlatformTransaction(propagation = Propagation.MANDATORY)
    void refusedInFirms(UserAccountId account, String reason, long row) {
        inFirms(
                account,
                null,
                "signin.refused.account",
                Map.of(
                        "holder", account.toString(),
                        "reason", reason,
                        "service", Long.toString(row)));
    }

    @PlatformTransaction(propagation = Propagation.MANDATORY)
    void moreRefusedInFirms(UserAccountId account, int times, long row) {
        inFirms(
                account,
                null,
                "signin.refused.account.repeated",
                Map.of(
                        "holder", account.toString(),
                        "times", Integer.toString(times),
                        "service", Long.toString(row)));
    }

    /** In the order of their ids, so that two sign-ins never wait for each other in a circle. */
    private void inFirms(
            UserAccountId account,
            @Nullable UserAccountId actor,
            String act,
            Map<String, String> details) {
        platform.sql(FIRMS)
                .param("person", account.value())
                .param("today", LocalDate.now(clock))
                .query((row, n) -> new FirmId(row.getObject(1, UUID.class)))
                .list()
                .forEach(firm -> audit.recordInFirm(firm, actor, act, details));
    }
}
