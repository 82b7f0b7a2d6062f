package fr.cloisonne.identity.federation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.keyring.Keyring;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The providers that firms have added, as the database keeps them; secrets lie there sealed. */
@Component
class StoredProviders {

    private static final String SELECT =
            """
            SELECT id, firm_id, label, issuer, client_id, secret, authentication, scopes, level,
                   userinfo_signed, claim_given, claim_family, claim_email, claim_groups,
                   ends_there, back_channel, front_channel, live, tried_at, version
            FROM platform.identity_provider
            """;

    private final JdbcClient platform;
    private final Keyring keyring;

    StoredProviders(@Qualifier("platformJdbc") JdbcClient platform, Keyring keyring) {
        this.platform = platform;
        this.keyring = keyring;
    }

    /** A provider with what only its firm's page needs. */
    record Stored(Provider provider, boolean live, boolean tried, int version) {

        ProviderId id() {
            return new ProviderId(UUID.fromString(provider.id()));
        }
    }

    @PlatformTransaction(readOnly = true)
    public Optional<Stored> find(ProviderId id) {
        return platform.sql(SELECT + "WHERE id = ?").param(id.value()).query(this::row).optional();
    }

    @PlatformTransaction(readOnly = true)
    public List<Stored> ofFirm(FirmId firm) {
        return platform.sql(SELECT + "WHERE firm_id = ? ORDER BY label, id")
                .param(firm.value())
                .query(this::row)
                .list();
    }

    @PlatformTransaction(readOnly = true)
    public Optional<FirmId> firmOfLive(ProviderId id) {
        return platform.sql("SELECT firm_id FROM platform.identity_provider WHERE id = ? AND live")
                .param(id.value())
                .query((row, n) -> new FirmId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** The firms of which some provider, live or not, is proven to by a key. */
    @PlatformTransaction(readOnly = true)
    public List<FirmId> provingByKey() {
        return platform.sql(
                        "SELECT DISTINCT firm_id FROM platform.identity_provider WHERE authentication = 'PRIVATE_KEY'")
                .query((row, n) -> new FirmId(row.getObject(1, UUID.class)))
                .list();
    }

    @PlatformTransaction(readOnly = true)
    public boolean provesByKey(FirmId firm) {
        return platform.sql(
                        "SELECT EXISTS (SELECT 1 FROM platform.identity_provider WHERE firm_id = ? AND authentication = 'PRIVATE_KEY')")
                .param(firm.value())
                .query(Boolean.class)
                .single();
    }

    @PlatformTransaction
    public void insert(ProviderId id, FirmId firm, UserAccountId by, ProviderForm form) {
        platform.sql(
                        """
                        INSERT INTO platform.identity_provider
                          (id, firm_id, created_by, label, issuer, client_id, secret, authentication,
                           scopes, level, userinfo_signed, claim_given, claim_family, claim_email,
                           claim_groups, ends_there, back_channel, front_channel)
                        VALUES (:id, :firm, :by, :label, :issuer, :clientId, :secret, :authentication,
                                :scopes, :level, :signed, :given, :family, :email,
                                :groups, :there, :back, :front)
                        """)
                .params(form.columns())
                .param("id", id.value())
                .param("firm", firm.value())
                .param("by", by.value())
                .param("secret", sealed(id, form.clientSecret()))
                .update();
    }

    /**
     * Changes what is asked and expected; off until it is tried anew. False if another was faster.
     */
    @PlatformTransaction
    public boolean update(ProviderId id, ProviderForm form) {
        return platform.sql(
                                """
                                UPDATE platform.identity_provider
                                SET label = :label, issuer = :issuer, client_id = :clientId,
                                    secret = CASE WHEN :byKey THEN NULL ELSE coalesce(:secret, secret) END,
                                    authentication = :authentication,
                                    scopes = :scopes, level = :level, userinfo_signed = :signed,
                                    claim_given = :given, claim_family = :family,
                                    claim_email = :email, claim_groups = :groups,
                                    ends_there = :there, back_channel = :back,
                                    front_channel = :front, tried_at = NULL, live = false, version = version + 1
                                WHERE id = :id AND version = :version
                                """)
                        .params(form.columns())
                        .param("id", id.value())
                        .param("version", form.version())
                        .param("byKey", !form.authentication().bySecret())
                        .param("secret", sealed(id, form.clientSecret()))
                        .update()
                == 1;
    }

    /** False if these settings were not tried, or are others by now. */
    @PlatformTransaction
    public boolean switchOn(ProviderId id, int version) {
        return platform.sql(
                                "UPDATE platform.identity_provider SET live = true WHERE id = ? AND version = ? AND tried_at IS NOT NULL")
                        .params(id.value(), version)
                        .update()
                == 1;
    }

    @PlatformTransaction
    public void setLive(ProviderId id, boolean live) {
        platform.sql("UPDATE platform.identity_provider SET live = ? WHERE id = ?")
                .params(live, id.value())
                .update();
    }

    /** Remembers that these very settings were tried and answered well. */
    @PlatformTransaction
    public void tried(ProviderId id, int version) {
        platform.sql(
                        "UPDATE platform.identity_provider SET tried_at = now() WHERE id = ? AND version = ?")
                .params(id.value(), version)
                .update();
    }

    @PlatformTransaction
    public void delete(ProviderId id) {
        platform.sql("DELETE FROM platform.identity_provider WHERE id = ?")
                .param(id.value())
                .update();
    }

    private byte @Nullable [] sealed(ProviderId id, String secret) {
        return secret.isEmpty()
                ? null
                : keyring.seal(purpose(id), secret.getBytes(StandardCharsets.UTF_8));
    }

    private String secret(ProviderId id, byte @Nullable [] sealed) {
        return sealed == null
                ? ""
                : new String(keyring.open(purpose(id), sealed), StandardCharsets.UTF_8);
    }

    /** A sealed secret put into another provider's row does not open there. */
    private static String purpose(ProviderId id) {
        return "identity provider " + id;
    }

    private Stored row(ResultSet row, int number) throws SQLException {
        ProviderId id = new ProviderId(row.getObject("id", UUID.class));
        Provider provider =
                new Provider(
                        id.toString(),
                        new FirmId(row.getObject("firm_id", UUID.class)),
                        row.getString("issuer"),
                        row.getString("client_id"),
                        secret(id, row.getBytes("secret")),
                        ClientAuthentication.valueOf(row.getString("authentication")),
                        row.getString("label"),
                        row.getString("level"),
                        List.of(row.getString("scopes").split(" ", -1)),
                        row.getBoolean("userinfo_signed"),
                        new ClaimNames(
                                row.getString("claim_given"),
                                row.getString("claim_family"),
                                row.getString("claim_email"),
                                row.getString("claim_groups")),
                        new SignOutWays(
                                row.getBoolean("ends_there"),
                                row.getBoolean("back_channel"),
                                row.getBoolean("front_channel")));
        return new Stored(
                provider,
                row.getBoolean("live"),
                row.getTimestamp("tried_at") != null,
                row.getInt("version"));
    }
}
