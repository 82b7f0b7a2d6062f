package fr.cloisonne.identity.technical;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies one secret or one public key of a client.
 *
 * @param value a version 7 UUID
 */
public record CredentialId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value.toString();
    }
}
