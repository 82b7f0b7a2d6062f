package fr.cloisonne.company.importing;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies an import.
 *
 * @param value a version 7 UUID
 */
public record ImportId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value.toString();
    }
}
