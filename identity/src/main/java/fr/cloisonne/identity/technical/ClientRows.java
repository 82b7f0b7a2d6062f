package fr.cloisonne.identity.technical;

import com.nimbusds.jose.jwk.JWK;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.technical.ConnectionRefusedException.Reason;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes clients and their credentials, in the transaction of whoever decides. */
@Component
class ClientRows {

    private final JdbcClient platform;
    private final Clock clock;

    ClientRows(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** A client to be written. */
    record NewClient(
            TokenClient.Kind kind,
            FirmId firm,
            String name,
            ClientMethod method,
            Collection<String> scopes,
            boolean wholeFirm,
            List<String> redirectUris,
            List<String> signedOutUris,
            @Nullable Instant expiresAt) {}

    /** The name in the protocol says nothing of the firm. */
    CreatedClient insert(UserAccountId by, NewClient client) {
        TokenClientId id = new TokenClientId(Uuid7.next());
        String clientId = UUID.randomUUID().toString();
        platform.sql(
                        """
                        INSERT INTO platform.token_client (id, firm_id, client_id, kind, name, method,
                          scopes, whole_firm, redirect_uris, signed_out_uris, created_by, created_at,
                          expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id.value())
                .param(client.firm().value())
                .param(clientId)
                .param(client.kind().name())
                .param(client.name())
                .param(client.method().name())
                .param(client.scopes().toArray(String[]::new))
                .param(client.wholeFirm())
                .param(client.redirectUris().toArray(String[]::new))
                .param(client.signedOutUris().toArray(String[]::new))
                .param(by.value())
                .param(now())
                .param(client.expiresAt() == null ? null : Timestamp.from(client.expiresAt()))
                .update();
        return new CreatedClient(id, clientId, null);
    }

    void companies(TokenClientId client, Collection<TenantId> companies) {
        platform.sql(
                        "INSERT INTO platform.token_client_company (client, tenant_id) SELECT ?, unnest(?)")
                .params(
                        client.value(),
                        companies.stream().map(TenantId::value).toArray(UUID[]::new))
                .update();
    }

    void secret(TokenClientId client, ClientSecret secret, Instant until) {
        credential(client, secret.hash(), null, secret.hint(), until);
    }

    void key(TokenClientId client, JWK key, Instant until) {
        credential(client, null, key.toJSONString(), key.getKeyID(), until);
    }

    private void credential(
            TokenClientId client,
            @Nullable String secretHash,
            @Nullable String publicKey,
            String hint,
            Instant until) {
        platform.sql(
                        """
                        INSERT INTO platform.client_credential (id, client, secret_hash, public_key,
                          hint, created_at, valid_until)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Uuid7.next())
                .param(client.value())
                .param(secretHash)
                .param(publicKey)
                .param(hint)
                .param(now())
                .param(Timestamp.from(until))
                .update();
    }

    /** What this client has in use; its row stays locked until the end of the transaction. */
    List<CredentialId> lockedCredentials(TokenClientId client) {
        platform.sql("SELECT id FROM platform.token_client WHERE id = ? FOR UPDATE")
                .param(client.value())
                .query()
                .singleRow();
        return platform.sql(
                        "SELECT id FROM platform.client_credential WHERE client = ? AND revoked_at IS NULL AND valid_until > ?")
                .params(client.value(), now())
                .query((row, n) -> new CredentialId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Shortens the life of what was in use, never lengthens it. */
    void endBy(Collection<CredentialId> credentials, Instant until) {
        platform.sql(
                        "UPDATE platform.client_credential SET valid_until = least(valid_until, ?) WHERE id = ANY (?)")
                .params(
                        Timestamp.from(until),
                        credentials.stream().map(CredentialId::value).toArray(UUID[]::new))
                .update();
    }

    /** Whoever has the secret may have tokens of it: those of the client end with it. */
    void revoke(TokenClientId client, CredentialId credential) {
        changed(
                platform.sql(
                                "UPDATE platform.client_credential SET revoked_at = ? WHERE id = ? AND client = ? AND revoked_at IS NULL")
                        .params(now(), credential.value(), client.value())
                        .update());
        platform.sql("DELETE FROM platform.token_grant WHERE client = ?")
                .param(client.value())
                .update();
    }

    void revoke(TokenClientId client) {
        changed(
                platform.sql(
                                "UPDATE platform.token_client SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
                        .params(now(), client.value())
                        .update());
    }

    void suspend(TokenClientId client, boolean suspended) {
        changed(
                platform.sql(
                                "UPDATE platform.token_client SET suspended_at = ? WHERE id = ? AND revoked_at IS NULL AND (suspended_at IS NULL) = ?")
                        .param(suspended ? now() : null)
                        .param(client.value())
                        .param(suspended)
                        .update());
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new ConnectionRefusedException(Reason.NOT_FOUND);
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
