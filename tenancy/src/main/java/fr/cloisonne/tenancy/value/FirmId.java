package fr.cloisonne.tenancy.value;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies a firm.
 *
 * @param value a version 7 UUID
 */
public record FirmId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value.toString();
    }
}
