package fr.cloisonne.identity.account;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies an account that was asked for.
 *
 * @param value a version 7 UUID
 */
public record ActivationId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value.toString();
    }
}
