package fr.cloisonne.identity.registration;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies a request to belong to a firm.
 *
 * @param value a version 7 UUID
 */
public record AttachmentId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value.toString();
    }
}
