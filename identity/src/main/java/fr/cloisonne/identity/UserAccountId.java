package fr.cloisonne.identity;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies a person's account, one over all firms.
 *
 * @param value a version 7 UUID
 */
public record UserAccountId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value.toString();
    }
}
