package fr.cloisonne.identity.appointment;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.registration.Operators;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Whom the news of an appointment is for: the operators alone until it is confirmed, from then on
 * everybody of the firm too, and whoever is appointed.
 */
@Component
public class AppointmentNews {

    private final AppointmentRows rows;
    private final AppointmentReading reading;
    private final Operators operators;
    private final UserAccounts accounts;

    AppointmentNews(
            AppointmentRows rows,
            AppointmentReading reading,
            Operators operators,
            UserAccounts accounts) {
        this.rows = rows;
        this.reading = reading;
        this.operators = operators;
        this.accounts = accounts;
    }

    /**
     * What is told to whom.
     *
     * @param appointment what it is about
     * @param operators people of the service who read of it
     * @param people of the firm who do
     */
    public record Told(
            Appointment appointment, List<PersonCard> operators, List<PersonCard> people) {

        /** Takes copies. */
        public Told {
            operators = List.copyOf(operators);
            people = List.copyOf(people);
        }
    }

    /**
     * Reads it.
     *
     * @param event the news
     * @return nothing if there is no such appointment
     */
    @PlatformTransaction(readOnly = true)
    public Optional<Told> of(AppointmentChanged event) {
        return rows.find(event.appointment())
                .map(line -> told(reading.named(List.of(line)).getFirst()));
    }

    private Told told(Appointment one) {
        Set<UserAccountId> people = new LinkedHashSet<>();
        if (one.confirmedBy() != null) {
            accounts.colleaguesOf(one.firm().id()).forEach(card -> people.add(card.id()));
            people.add(one.person().id());
        }
        Set<UserAccountId> service = new LinkedHashSet<>(operators.all());
        service.removeAll(people);
        return new Told(one, cards(service), cards(people));
    }

    private List<PersonCard> cards(Set<UserAccountId> people) {
        Map<UserAccountId, PersonCard> cards = accounts.cards(people);
        return people.stream().map(cards::get).filter(Objects::nonNull).toList();
    }
}
