package fr.cloisonne.identity.provisioning;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies a person within one firm's directory; it is not the account, which other firms may
 * know.
 *
 * @param value a UUID
 */
public record ProvisionedPersonId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value.toString();
    }
}
