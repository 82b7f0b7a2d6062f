package fr.cloisonne.identity.provisioning;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies a connection of a firm's directory.
 *
 * @param value a version 7 UUID
 */
public record ProvisioningConnectionId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value.toString();
    }
}
