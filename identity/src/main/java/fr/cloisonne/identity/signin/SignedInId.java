package fr.cloisonne.identity.signin;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies one sign-in; it opens nothing by itself.
 *
 * @param value a version 7 UUID
 */
public record SignedInId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value.toString();
    }
}
