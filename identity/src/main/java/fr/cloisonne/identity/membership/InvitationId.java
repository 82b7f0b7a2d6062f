package fr.cloisonne.identity.membership;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies an invitation.
 *
 * @param value a version 7 UUID
 */
public record InvitationId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value.toString();
    }
}
