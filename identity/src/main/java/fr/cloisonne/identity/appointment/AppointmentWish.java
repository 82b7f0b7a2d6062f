package fr.cloisonne.identity.appointment;

import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.appointment.Appointment.Kind;

/**
 * Whom an operator proposes.
 *
 * @param firm short name or SIREN of the firm
 * @param person address of one of its people, or of somebody who asks to belong to it
 * @param kind for how long
 * @param reason what has happened
 */
public record AppointmentWish(String firm, EmailAddress person, Kind kind, String reason) {}
