package fr.cloisonne.identity.provisioning;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.provisioning.ProvisioningConnection.Token;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException.Reason;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The connections of a firm's directory: made, given new tokens while the old ones still count, and
 * ended, each effective with the directory's next request.
 */
@Component
@EnableConfigurationProperties(ProvisioningSettings.class)
public class ProvisioningConnections {

    private static final int MOST = 5;

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final FreshProof proof;
    private final AuditTrail audit;
    private final ProvisioningTokens tokens;
    private final ProvisioningSettings settings;
    private final Clock clock;

    ProvisioningConnections(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            FreshProof proof,
            AuditTrail audit,
            ProvisioningTokens tokens,
            ProvisioningSettings settings,
            Clock clock) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.proof = proof;
        this.audit = audit;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A new token, told once.
     *
     * @param connection whose
     * @param token what to give to the directory
     */
    public record NewToken(ProvisioningConnectionId connection, ProvisioningToken token) {}

    /**
     * The firm's connections, ended ones included.
     *
     * @param reader needs {@link Right#DELEGATE} in the firm
     * @param firm the firm
     * @return the newest first
     */
    @PlatformTransaction(readOnly = true)
    public List<ProvisioningConnection> of(UserAccountId reader, FirmShortName firm) {
        FirmCard card = habilitations.requireInFirm(reader, firm, Right.DELEGATE);
        Map<UUID, List<Token>> counting = tokens.of(card.id());
        return platform.sql(
                        "SELECT id, name, created_at, revoked_at FROM platform.provisioning_connection WHERE firm_id = ? ORDER BY created_at DESC, id DESC LIMIT 20")
                .param(card.id().value())
                .query((row, n) -> connection(row, counting))
                .list();
    }

    private static ProvisioningConnection connection(ResultSet row, Map<UUID, List<Token>> tokens)
            throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        Timestamp revoked = row.getTimestamp(4);
        return new ProvisioningConnection(
                new ProvisioningConnectionId(id),
                row.getString(2),
                row.getTimestamp(3).toInstant(),
                revoked == null ? null : revoked.toInstant(),
                tokens.getOrDefault(id, List.of()));
    }

    /**
     * Makes a connection.
     *
     * @param by needs {@link Right#DELEGATE} in the firm, and a fresh proof
     * @param firm the firm
     * @param name at most 80 characters
     * @return its first token
     * @throws ProvisioningRefusedException if the name is none or another living one's, as it is
     *     after a second click, or there are too many
     */
    @PlatformTransaction
    public NewToken create(UserAccountId by, FirmShortName firm, String name) {
        FirmCard card = allowed(by, firm);
        String called = Texts.required(name, "name", 80);
        lock(card.id());
        List<String> living = living(card.id());
        if (living.stream().anyMatch(called::equalsIgnoreCase)) {
            throw new ProvisioningRefusedException(Reason.THERE_ALREADY, "name");
        }
        if (living.size() >= MOST) {
            throw new ProvisioningRefusedException(Reason.TOO_MANY, "name");
        }
        ProvisioningConnectionId id = new ProvisioningConnectionId(Uuid7.next());
        platform.sql(
                        "INSERT INTO platform.provisioning_connection (id, firm_id, name, created_by, created_at) VALUES (?, ?, ?, ?, ?)")
                .params(id.value(), card.id().value(), called, by.value(), now())
                .update();
        record(by, card, id, "provisioning.connection.created");
        return new NewToken(id, tokens.make(id));
    }

    /**
     * Gives a connection a new token; the old one counts a while longer.
     *
     * @param by needs {@link Right#DELEGATE} in the firm, and a fresh proof
     * @param firm the firm
     * @param connection which
     * @param overlap how long the old one counts
     * @return the new token
     * @throws ProvisioningRefusedException if there is no such connection, or two tokens count
     */
    @PlatformTransaction
    public NewToken rotate(
            UserAccountId by,
            FirmShortName firm,
            ProvisioningConnectionId connection,
            Duration overlap) {
        FirmCard card = allowed(by, firm);
        requireLiving(card.id(), connection);
        if (overlap.isNegative() || overlap.compareTo(settings.longestOverlap()) > 0) {
            throw new ProvisioningRefusedException(Reason.VALUE, "overlap");
        }
        if (tokens.count(connection) > 1) {
            throw new ProvisioningRefusedException(Reason.ROTATING, connection.toString());
        }
        tokens.end(connection, clock.instant().plus(overlap));
        record(by, card, connection, "provisioning.connection.rotated");
        return new NewToken(connection, tokens.make(connection));
    }

    /**
     * Ends a connection for good: its tokens stop with their next use.
     *
     * @param by needs {@link Right#DELEGATE} in the firm, and a fresh proof
     * @param firm the firm
     * @param connection which
     * @throws ProvisioningRefusedException if there is no such connection
     */
    @PlatformTransaction
    public void revoke(UserAccountId by, FirmShortName firm, ProvisioningConnectionId connection) {
        FirmCard card = allowed(by, firm);
        requireLiving(card.id(), connection);
        tokens.end(connection, clock.instant());
        platform.sql("UPDATE platform.provisioning_connection SET revoked_at = ? WHERE id = ?")
                .params(now(), connection.value())
                .update();
        record(by, card, connection, "provisioning.connection.revoked");
    }

    private FirmCard allowed(UserAccountId by, FirmShortName firm) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        proof.require(by);
        return card;
    }

    private void lock(FirmId firm) {
        platform.sql("SELECT id FROM platform.firm WHERE id = ? FOR NO KEY UPDATE")
                .param(firm.value())
                .query()
                .singleRow();
    }

    private List<String> living(FirmId firm) {
        return platform.sql(
                        "SELECT name FROM platform.provisioning_connection WHERE firm_id = ? AND revoked_at IS NULL")
                .param(firm.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private void requireLiving(FirmId firm, ProvisioningConnectionId connection) {
        boolean there =
                platform.sql(
                                "SELECT id FROM platform.provisioning_connection WHERE firm_id = ? AND id = ? AND revoked_at IS NULL FOR UPDATE")
                        .params(firm.value(), connection.value())
                        .query(UUID.class)
                        .optional()
                        .isPresent();
        if (!there) {
            throw new ProvisioningRefusedException(Reason.NOT_FOUND, connection.toString());
        }
    }

    private void record(
            UserAccountId by, FirmCard firm, ProvisioningConnectionId connection, String act) {
        audit.recordUse(
                firm.id(), by, Right.DELEGATE, act, Map.of("connection", connection.toString()));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
