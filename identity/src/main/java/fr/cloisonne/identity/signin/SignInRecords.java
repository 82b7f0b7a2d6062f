package fr.cloisonne.identity.signin;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AccountFirms;
import fr.cloisonne.identity.audit.AuditTrail;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Sign-ins on record: a row in the service's chain, and in the chain of each firm of the account a
 * row that refers to it by its number.
 */
@Component
class SignInRecords {

    private final AccountFirms firms;
    private final AuditTrail audit;

    SignInRecords(AccountFirms firms, AuditTrail audit) {
        this.firms = firms;
        this.audit = audit;
    }

    @PlatformTransaction(propagation = Propagation.MANDATORY)
    void signedIn(SignedInSession session) {
        String way = session.way().word();
        audit.recordOfAccount(
                session.person(),
                "signin.ok",
                Map.of("way", way, "session", session.id().toString()),
                Map.of("way", way));
    }

    @PlatformTransaction(propagation = Propagation.MANDATORY)
    void refusedInFirms(UserAccountId account, String reason, long row) {
        inFirms(
                account,
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
                "signin.refused.account.repeated",
                Map.of(
                        "holder", account.toString(),
                        "times", Integer.toString(times),
                        "service", Long.toString(row)));
    }

    private void inFirms(UserAccountId account, String act, Map<String, String> details) {
        firms.of(account).forEach(firm -> audit.recordInFirm(firm, null, act, details));
    }
}
