package fr.cloisonne.identity.technical;

import fr.cloisonne.tenancy.value.ClientCompanyCard;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A machine's connection, or a tool, as its firm sees it.
 *
 * @param id which
 * @param kind a machine or a tool
 * @param clientId its name in the protocol
 * @param name its name, as people read it
 * @param method how it proves itself
 * @param scopes what it may do
 * @param wholeFirm whether it acts for every company of the firm, those of tomorrow included
 * @param companies otherwise for these
 * @param redirectUris where a tool may have people sent back
 * @param signedOutUris where a tool may have them sent after signing out
 * @param createdAt since when
 * @param lastDay the last day on which it works, or null for no end
 * @param state whether it works now
 * @param credentials its secrets or keys that still count, the newest first
 */
public record TechnicalConnection(
        TokenClientId id,
        TokenClient.Kind kind,
        String clientId,
        String name,
        ClientMethod method,
        Set<ConnectionScope> scopes,
        boolean wholeFirm,
        List<ClientCompanyCard> companies,
        List<String> redirectUris,
        List<String> signedOutUris,
        Instant createdAt,
        @Nullable LocalDate lastDay,
        State state,
        List<Credential> credentials)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Whether a connection works. */
    public enum State {
        /** It works. */
        LIVE,
        /** It stands still until it is taken up again. */
        SUSPENDED,
        /** Its time is over, or its last secret's. */
        EXPIRED,
        /** It was ended for good. */
        REVOKED
    }

    /**
     * A secret or key.
     *
     * @param id which
     * @param hint by which people tell it from another
     * @param createdAt since when
     * @param validUntil until when
     * @param lastUsedAt when it last served, to the minute
     */
    public record Credential(
            CredentialId id,
            String hint,
            Instant createdAt,
            Instant validUntil,
            @Nullable Instant lastUsedAt)
            implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    /**
     * When it last asked for a token.
     *
     * @return to the minute, if it ever did
     */
    public Optional<Instant> lastUsedAt() {
        return credentials.stream()
                .map(Credential::lastUsedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
