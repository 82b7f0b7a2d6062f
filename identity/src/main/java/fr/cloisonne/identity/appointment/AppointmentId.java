package fr.cloisonne.identity.appointment;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies an appointment by operators.
 *
 * @param value a version 7 UUID
 */
public record AppointmentId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value.toString();
    }
}
