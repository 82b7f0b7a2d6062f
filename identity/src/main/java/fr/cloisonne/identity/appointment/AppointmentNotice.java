package fr.cloisonne.identity.appointment;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.appointment.Appointment.State;
import fr.cloisonne.identity.appointment.AppointmentRefusedException.Reason;
import fr.cloisonne.identity.appointment.AppointmentRows.Line;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the people of a firm see and do while operators are about to appoint its administrator. */
@Component
public class AppointmentNotice {

    private final AppointmentRows rows;
    private final AppointmentReading reading;
    private final AppointmentRecord record;
    private final Habilitations habilitations;
    private final Clock clock;

    AppointmentNotice(
            AppointmentRows rows,
            AppointmentReading reading,
            AppointmentRecord record,
            Habilitations habilitations,
            Clock clock) {
        this.rows = rows;
        this.reading = reading;
        this.record = record;
        this.habilitations = habilitations;
        this.clock = clock;
    }

    /**
     * What a person must know of, in the firms to which they belong.
     *
     * @param person who
     * @return hardly ever one
     */
    @PlatformTransaction(readOnly = true)
    public List<Appointment> of(UserAccountId person) {
        List<FirmId> firms =
                habilitations.membershipsOf(person).stream().map(FirmCard::id).toList();
        return reading.named(rows.noticesIn(firms));
    }

    /**
     * Somebody of the firm objects, and it is over. Nothing more is asked of them than to belong to
     * it, since to stop it opens nothing.
     *
     * @param person who, not suspended there
     * @param firm the firm
     * @param id which
     * @param why the reason
     * @throws NoSuchCompanyException if they do not belong to this firm, or it is another's
     * @throws AppointmentRefusedException if it is over, or no reason is given
     */
    @PlatformTransaction
    public void object(UserAccountId person, FirmShortName firm, AppointmentId id, String why) {
        FirmId own = habilitations.requireMember(person, firm).id();
        String reason = Appointments.said(why);
        Line line =
                rows.hold(id)
                        .filter(one -> one.firm().equals(own))
                        .orElseThrow(NoSuchCompanyException::new);
        if (line.state() != State.NOTICE) {
            throw new AppointmentRefusedException(Reason.CHANGED_MEANWHILE);
        }
        rows.end(id, State.OBJECTED, person, reason, clock.instant());
        record.step(line, person, State.OBJECTED);
    }
}
