package fr.cloisonne.identity.signin;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** The passkeys of accounts, as many as their people like. */
@Component
class PasskeyStore implements UserCredentialRepository {

    private static final String SELECT = "SELECT * FROM platform.passkey ";

    private final JdbcClient platform;

    PasskeyStore(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    @PlatformTransaction(readOnly = true)
    public List<PasskeyCard> of(UserAccountId person) {
        return platform.sql(SELECT + "WHERE user_id = ? ORDER BY added_at")
                .param(person.value())
                .query((row, n) ->
                        new PasskeyCard(
                                new Bytes(row.getBytes("credential_id")).toBase64UrlString(),
                                row.getString("name"),
                                FactorUse.of(row, n)))
                .list();
    }

    @PlatformTransaction
    public boolean remove(UserAccountId person, String id) {
        return platform.sql("DELETE FROM platform.passkey WHERE user_id = ? AND credential_id = ?")
                        .params(person.value(), Bytes.fromBase64(id).getBytes())
                        .update()
                == 1;
    }

    @Override
    @PlatformTransaction
    public void delete(Bytes id) {
        platform.sql("DELETE FROM platform.passkey WHERE credential_id = ?")
                .param(id.getBytes())
                .update();
    }

    @Override
    @PlatformTransaction
    public void save(CredentialRecord key) {
        platform.sql(
                        """
                        INSERT INTO platform.passkey
                          (credential_id, user_id, public_key, signature_count, uv_initialized,
                           transports, backup_eligible, backup_state, attestation_object,
                           attestation_client_data, name, added_at, last_used_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (credential_id) DO UPDATE SET
                          signature_count = excluded.signature_count,
                          uv_initialized = excluded.uv_initialized,
                          backup_state = excluded.backup_state,
                          last_used_at = excluded.last_used_at
                        WHERE passkey.user_id = excluded.user_id
                        """)
                .param(key.getCredentialId().getBytes())
                .param(PasskeyOwners.person(key.getUserEntityUserId()).value())
                .param(key.getPublicKey().getBytes())
                .param(key.getSignatureCount())
                .param(key.isUvInitialized())
                .param(transports(key))
                .param(key.isBackupEligible())
                .param(key.isBackupState())
                .param(bytes(key.getAttestationObject()))
                .param(bytes(key.getAttestationClientDataJSON()))
                .param(key.getLabel())
                .param(Timestamp.from(key.getCreated()))
                .param(Timestamp.from(key.getLastUsed()))
                .update();
    }

    @Override
    @PlatformTransaction(readOnly = true)
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return platform.sql(SELECT + "WHERE credential_id = ?")
                .param(id.getBytes())
                .query(PasskeyStore::key)
                .optional()
                .orElse(null);
    }

    @Override
    @PlatformTransaction(readOnly = true)
    public List<CredentialRecord> findByUserId(Bytes owner) {
        return platform.sql(SELECT + "WHERE user_id = ? ORDER BY added_at")
                .param(PasskeyOwners.person(owner).value())
                .query(PasskeyStore::key)
                .list();
    }

    private static CredentialRecord key(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(
                        PasskeyOwners.handle(
                                new UserAccountId(row.getObject("user_id", UUID.class))))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .transports(transports(row))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .attestationObject(new Bytes(row.getBytes("attestation_object")))
                .attestationClientDataJSON(new Bytes(row.getBytes("attestation_client_data")))
                .created(row.getTimestamp("added_at").toInstant())
                .lastUsed(row.getTimestamp("last_used_at").toInstant())
                .label(row.getString("name"))
                .build();
    }

    private static String[] transports(CredentialRecord key) {
        return key.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .toArray(String[]::new);
    }

    private static Set<AuthenticatorTransport> transports(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("transports").getArray())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }
}
