package fr.cloisonne.identity.federation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.account.WaitingChanges;
import fr.cloisonne.identity.audit.AuditTrail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which account a provider's (issuer, sub) opens. An e-mail address never decides it. */
@Component
class FederatedIdentities {

    private final JdbcClient platform;
    private final Providers providers;
    private final WaitingChanges waiting;
    private final AuditTrail audit;
    private final Outbox outbox;

    FederatedIdentities(
            @Qualifier("platformJdbc") JdbcClient platform,
            Providers providers,
            WaitingChanges waiting,
            AuditTrail audit,
            Outbox outbox) {
        this.platform = platform;
        this.providers = providers;
        this.waiting = waiting;
        this.audit = audit;
        this.outbox = outbox;
    }

    @PlatformTransaction(readOnly = true)
    public Optional<UserAccountId> accountOf(String issuer, String sub) {
        return platform.sql(
                        "SELECT user_id FROM platform.federated_identity WHERE issuer = ? AND sub = ?")
                .params(issuer, sub)
                .query((row, n) -> new UserAccountId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** What is linked to an account, the oldest first. */
    @PlatformTransaction(readOnly = true)
    public List<LinkedIdentity> of(UserAccountId account) {
        return platform.sql(
                        "SELECT issuer, sub, linked_at FROM platform.federated_identity WHERE user_id = ? ORDER BY linked_at, issuer, sub")
                .param(account.value())
                .query((row, n) ->
                        new LinkedIdentity(
                                row.getString(1),
                                row.getString(2),
                                providers.label(row.getString(1)),
                                row.getTimestamp(3).toInstant()))
                .list();
    }

    /** Takes one off, and tells whether it was there. */
    @PlatformTransaction
    public boolean unlink(UserAccountId account, String issuer, String sub) {
        int unlinked =
                platform.sql(
                                "DELETE FROM platform.federated_identity WHERE user_id = ? AND issuer = ? AND sub = ?")
                        .params(account.value(), issuer, sub)
                        .update();
        if (unlinked == 1) {
            audit.recordOfAccount(account, "identity.unlinked", Map.of("issuer", issuer), Map.of());
            outbox.record(new IdentityUnlinked(account, issuer));
        }
        return unlinked == 1;
    }

    /**
     * Links, unless somebody else has this identity already; what others may have begun before
     * comes to nothing.
     */
    @PlatformTransaction
    public boolean link(UserAccountId account, String issuer, String sub) {
        int linked =
                platform.sql(
                                "INSERT INTO platform.federated_identity (issuer, sub, user_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(issuer, sub, account.value())
                        .update();
        if (linked == 1) {
            waiting.withdraw(account);
            audit.recordOfAccount(account, "identity.linked", Map.of("issuer", issuer), Map.of());
            outbox.record(new IdentityLinked(account, issuer));
        }
        return linked == 1;
    }
}
