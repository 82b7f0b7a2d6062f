package fr.cloisonne.identity.recovery;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies one way back in.
 *
 * @param value a version 7 UUID
 */
public record RecoveryId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value.toString();
    }
}
