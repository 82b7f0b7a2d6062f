package fr.cloisonne.identity.technical;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.technical.ConnectionRefusedException.Reason;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The secrets and keys of a firm's connections: given anew while the old ones still count, and
 * ended one by one, each effective with the machine's next request.
 */
@Component
public class ConnectionCredentials {

    private final ClientRows rows;
    private final ClientProofs proofs;
    private final ConnectionRules rules;
    private final FreshProof proof;
    private final ConnectionSettings settings;
    private final Clock clock;

    ConnectionCredentials(
            ClientRows rows,
            ClientProofs proofs,
            ConnectionRules rules,
            FreshProof proof,
            ConnectionSettings settings,
            Clock clock) {
        this.rows = rows;
        this.proofs = proofs;
        this.rules = rules;
        this.proof = proof;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Gives a connection a new secret or key. What it had counts until a moment that is chosen, so
     * that the machine can change over without standing still.
     *
     * @param by who
     * @param firm of which firm
     * @param connection which
     * @param publicKey the new key, or null for a secret that we make
     * @param oldLastDay the last day on which the old one counts, or null for an end at once
     * @return with the secret, if there is one
     * @throws ConnectionRefusedException if a rule forbids it
     */
    @PlatformTransaction
    public CreatedClient rotate(
            UserAccountId by,
            FirmShortName firm,
            TokenClientId connection,
            @Nullable String publicKey,
            @Nullable LocalDate oldLastDay) {
        FirmId id = rules.requireManaging(by, firm);
        proof.require(by);
        TechnicalConnection held = rules.require(id, connection);
        Instant oldEnd = Objects.requireNonNullElseGet(rules.end(oldLastDay), clock::instant);
        if (oldEnd.isAfter(clock.instant().plus(settings.longestOverlap()))) {
            throw new ConnectionRefusedException(Reason.END);
        }
        if (held.method() == ClientMethod.NONE
                || (held.method() == ClientMethod.KEY) != (publicKey != null)) {
            throw new ConnectionRefusedException(Reason.KEY);
        }
        List<CredentialId> old = rows.lockedCredentials(connection);
        if (old.size() > 1) {
            throw new ConnectionRefusedException(Reason.ROTATING);
        }
        rows.endBy(old, oldEnd);
        ClientSecret secret = proofs.give(connection, publicKey);
        rules.record(id, by, "connection.rotated", connection);
        return new CreatedClient(connection, held.clientId(), secret);
    }

    /**
     * Ends one secret or key at once.
     *
     * @param by who
     * @param firm of which firm
     * @param connection of which connection
     * @param credential which
     */
    @PlatformTransaction
    public void revoke(
            UserAccountId by,
            FirmShortName firm,
            TokenClientId connection,
            CredentialId credential) {
        FirmId id = rules.requireManaging(by, firm);
        rules.require(id, connection);
        rows.revoke(connection, credential);
        rules.record(id, by, "connection.credential-revoked", connection);
    }
}
