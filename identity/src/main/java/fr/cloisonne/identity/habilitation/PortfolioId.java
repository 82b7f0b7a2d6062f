package fr.cloisonne.identity.habilitation;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies a named portfolio of client companies.
 *
 * @param value a version 7 UUID
 */
public record PortfolioId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value.toString();
    }
}
