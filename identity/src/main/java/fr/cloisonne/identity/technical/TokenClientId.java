package fr.cloisonne.identity.technical;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies a client of the token issuer, a technical connection or a tool.
 *
 * @param value a version 7 UUID
 */
public record TokenClientId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value.toString();
    }
}
