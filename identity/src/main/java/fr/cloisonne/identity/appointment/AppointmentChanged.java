package fr.cloisonne.identity.appointment;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.appointment.Appointment.State;

/**
 * An appointment by operators has come a step further.
 *
 * @param appointment which
 * @param state what it has become
 */
public record AppointmentChanged(AppointmentId appointment, State state) implements Event {

    @Override
    public String aggregate() {
        return appointment.toString();
    }
}
