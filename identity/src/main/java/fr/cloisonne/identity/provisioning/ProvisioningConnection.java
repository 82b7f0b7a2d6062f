package fr.cloisonne.identity.provisioning;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection by which a firm's directory comes in.
 *
 * @param id which
 * @param name as the firm calls it
 * @param created when it was made
 * @param revoked when it was ended, or null
 * @param tokens those that still count, the newest first
 */
public record ProvisioningConnection(
        ProvisioningConnectionId id,
        String name,
        Instant created,
        @Nullable Instant revoked,
        List<Token> tokens)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * A token, without its secret.
     *
     * @param id which
     * @param created when it was made
     * @param expires until when it counts
     * @param lastUsed to the minute, or null
     */
    public record Token(UUID id, Instant created, Instant expires, @Nullable Instant lastUsed)
            implements Serializable {

        private static final long serialVersionUID = 1L;
    }
}
