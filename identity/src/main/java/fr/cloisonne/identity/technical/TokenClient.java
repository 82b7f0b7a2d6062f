package fr.cloisonne.identity.technical;

import fr.cloisonne.tenancy.value.FirmId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client as the token issuer knows it: live, with the secrets and keys that count now.
 *
 * @param id which
 * @param clientId its name in the protocol
 * @param kind a machine or a tool
 * @param firm whose it is
 * @param name its name, as people read it
 * @param method how it proves itself
 * @param scopes what it may ask
 * @param redirectUris where people may be sent back
 * @param signedOutUris where people may be sent after signing out
 * @param createdAt since when
 * @param credentials secrets or keys
 */
public record TokenClient(
        TokenClientId id,
        String clientId,
        Kind kind,
        FirmId firm,
        String name,
        ClientMethod method,
        Set<String> scopes,
        List<String> redirectUris,
        List<String> signedOutUris,
        Instant createdAt,
        List<Credential> credentials) {

    /** Who stands behind it. */
    public enum Kind {
        /** A program that acts for the firm by itself. */
        MACHINE,
        /** A tool into which people sign in. */
        TOOL
    }

    /**
     * A secret or a key that counts now.
     *
     * @param id which
     * @param secretHash what is kept of the secret
     * @param publicKey the key as JWK
     * @param lastUsedAt when it last served, to the minute
     */
    public record Credential(
            CredentialId id,
            @Nullable String secretHash,
            @Nullable String publicKey,
            @Nullable Instant lastUsedAt) {

        @Override
        public String toString() {
            return "Credential " + id;
        }
    }
}
