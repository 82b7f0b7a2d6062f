package fr.cloisonne.notification;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.appointment.Appointment;
import fr.cloisonne.identity.appointment.Appointment.State;
import fr.cloisonne.identity.appointment.AppointmentChanged;
import fr.cloisonne.identity.appointment.AppointmentNews;
import fr.cloisonne.identity.appointment.AppointmentNews.Told;
import fr.cloisonne.notification.Letter.Word;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells everybody of a firm that operators appoint its administrator, and how far it is; a proposal
 * goes to the other operators alone.
 */
@Component
class AppointmentChangedMail implements MailTemplate<AppointmentChanged> {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final AppointmentNews news;
    private final Clock clock;

    AppointmentChangedMail(AppointmentNews news, Clock clock) {
        this.news = news;
        this.clock = clock;
    }

    @Override
    public Class<AppointmentChanged> event() {
        return AppointmentChanged.class;
    }

    @Override
    public List<Letter> letters(AppointmentChanged event) {
        return news.of(event).stream().flatMap(told -> letters(event.state(), told)).toList();
    }

    private Stream<Letter> letters(State state, Told told) {
        Appointment one = told.appointment();
        String name = "appointment-" + state.name().toLowerCase(Locale.ROOT);
        Stream<Letter> service =
                told.operators().stream()
                        .filter(reader ->
                                state != State.PROPOSED
                                        || !reader.id().equals(one.proposedBy().id()))
                        .map(reader -> letter(reader, name, one, "/operator/appointments"));
        return state == State.PROPOSED
                ? service
                : Stream.concat(
                        told.people().stream().map(reader -> letter(reader, name, one, "/")),
                        service);
    }

    private Letter letter(PersonCard reader, String name, Appointment one, String path) {
        Instant effective = one.effective();
        return new Letter(
                Recipient.of(reader),
                name,
                List.of(
                        one.firm().legalName(),
                        one.person().name().display(),
                        new Word("appointment." + one.kind()),
                        effective == null ? "" : MOMENT.format(effective.atZone(clock.getZone())),
                        one.proposedBy().name().display()),
                path);
    }
}
