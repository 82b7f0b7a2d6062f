package fr.cloisonne.identity.membership;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies a request to belong to a firm, by whom its provider brought.
 *
 * @param value a version 7 UUID
 */
public record JoinRequestId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value.toString();
    }
}
