package fr.cloisonne.identity.signin;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Sign-ins on record, good and bad: a row in the service's chain, and in the chain of each firm of
 * the account a row that refers to it by its number.
 */
@Component
class SignInRecords {

    private final JdbcClient platform;
    private final UserAccounts accounts;
    private final AuditTrail audit;
    private final Outbox outbox;

    SignInRecords(
            @Qualifier("platformJdbc") JdbcClient platform,
            UserAccounts accounts,
            AuditTrail audit,
            Outbox outbox) {
        this.platform = platform;
        this.accounts = accounts;
        this.audit = audit;
        this.outbox = outbox;
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

    /**
     * A refusal costs the same whether the address is known or not: the firms hear of it later,
     * since the time of an answer would tell.
     */
    @PlatformTransaction
    void refused(String reason, @Nullable String addressKey) {
        UUID account = addressKey == null ? null : accountOf(addressKey);
        long row =
                audit.recordInService(
                        null,
                        "signin.refused",
                        account == null
                                ? Map.of("reason", reason)
                                : Map.of("reason", reason, "account", account.toString()));
        outbox.record(new SignInRefused(account, reason, row));
    }

    private @Nullable UUID accountOf(String addressKey) {
        return accounts.byKey(addressKey).map(UserAccountId::value).orElse(null);
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

    /** In the order of their ids, so that two sign-ins never wait for each other in a circle. */
    private void inFirms(
            UserAccountId account,
            @Nullable UserAccountId actor,
            String act,
            Map<String, String> details) {
        platform.sql("SELECT firm_id FROM platform.firm_member WHERE user_id = ? ORDER BY firm_id")
                .param(account.value())
                .query((row, n) -> new FirmId(row.getObject(1, UUID.class)))
                .list()
                .forEach(firm -> audit.recordInFirm(firm, actor, act, details));
    }
}
