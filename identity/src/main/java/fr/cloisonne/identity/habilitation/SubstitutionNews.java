package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whom the news of a provisional administration is for. */
@Component
public class SubstitutionNews {

    private final Administrators administrators;
    private final UserAccounts accounts;
    private final Firms firms;

    SubstitutionNews(Administrators administrators, UserAccounts accounts, Firms firms) {
        this.administrators = administrators;
        this.accounts = accounts;
        this.firms = firms;
    }

    /**
     * What is told to whom.
     *
     * @param firm the firm
     * @param substitute who
     * @param readers the substitute and the permanent administrators
     */
    public record Told(FirmCard firm, PersonCard substitute, List<PersonCard> readers) {

        /** Takes a copy. */
        public Told {
            readers = List.copyOf(readers);
        }
    }

    /**
     * Reads it.
     *
     * @param event the news
     * @return who and to whom
     */
    @PlatformTransaction(readOnly = true)
    public Told of(SubstitutionChanged event) {
        Map<UserAccountId, PersonCard> people =
                accounts.cards(
                        Stream.concat(
                                        Stream.of(event.substitute()),
                                        administrators.toTell(event.firm()).stream())
                                .toList());
        return new Told(
                firms.cards(List.of(event.firm())).getFirst(),
                Objects.requireNonNull(people.get(event.substitute())),
                List.copyOf(people.values()));
    }
}
