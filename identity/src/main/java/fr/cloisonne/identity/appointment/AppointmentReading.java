package fr.cloisonne.identity.appointment;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.appointment.AppointmentRows.Line;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gives rows of appointments the names of their firms and people. */
@Component
class AppointmentReading {

    private final Firms firms;
    private final UserAccounts accounts;

    AppointmentReading(Firms firms, UserAccounts accounts) {
        this.firms = firms;
        this.accounts = accounts;
    }

    List<Appointment> named(List<Line> lines) {
        Map<FirmId, FirmCard> cards =
                firms.cards(lines.stream().map(Line::firm).distinct().toList()).stream()
                        .collect(Collectors.toMap(FirmCard::id, Function.identity()));
        Map<UserAccountId, PersonCard> people =
                accounts.cards(lines.stream().flatMap(AppointmentReading::people).toList());
        return lines.stream().map(line -> named(line, cards, people)).toList();
    }

    private static Stream<UserAccountId> people(Line line) {
        return Stream.of(line.person(), line.proposedBy(), line.confirmedBy())
                .filter(Objects::nonNull);
    }

    private static Appointment named(
            Line line, Map<FirmId, FirmCard> cards, Map<UserAccountId, PersonCard> people) {
        UserAccountId second = line.confirmedBy();
        return new Appointment(
                line.id(),
                Objects.requireNonNull(cards.get(line.firm())),
                Objects.requireNonNull(people.get(line.person())),
                line.kind(),
                line.reason(),
                line.proof(),
                Objects.requireNonNull(people.get(line.proposedBy())),
                line.proposedAt(),
                second == null ? null : people.get(second),
                line.effective(),
                line.state(),
                line.why());
    }
}
