package fr.cloisonne.identity.habilitation;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies a hand-over.
 *
 * @param value a version 7 UUID
 */
public record HandOverId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value.toString();
    }
}
