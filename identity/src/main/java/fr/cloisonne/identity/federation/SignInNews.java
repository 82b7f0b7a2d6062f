package fr.cloisonne.identity.federation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Administrators;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is told of a firm's sign-in to its administrators, and of an account's to its person. */
@Component
public class SignInNews {

    private final StoredProviders stored;
    private final Providers providers;
    private final Administrators administrators;
    private final UserAccounts accounts;
    private final Firms firms;

    SignInNews(
            StoredProviders stored,
            Providers providers,
            Administrators administrators,
            UserAccounts accounts,
            Firms firms) {
        this.stored = stored;
        this.providers = providers;
        this.administrators = administrators;
        this.accounts = accounts;
        this.firms = firms;
    }

    /**
     * A firm and those who are to hear of its sign-in.
     *
     * @param firm the firm
     * @param readers its administrators
     */
    public record Told(FirmCard firm, List<PersonCard> readers) {

        /** Takes a copy. */
        public Told {
            readers = List.copyOf(readers);
        }
    }

    /**
     * To whom it is told.
     *
     * @param firm the firm
     * @return the firm and its permanent administrators
     */
    @PlatformTransaction(readOnly = true)
    public Told of(FirmId firm) {
        return new Told(
                firms.cards(List.of(firm)).getFirst(),
                List.copyOf(accounts.cards(administrators.toTell(firm)).values()));
    }

    /**
     * A person's name.
     *
     * @param person who
     * @return as it is shown
     */
    public String name(UserAccountId person) {
        return accounts.card(person).name().display();
    }

    /**
     * A provider's name.
     *
     * @param provider which
     * @return nothing if it is gone
     */
    public Optional<String> label(ProviderId provider) {
        return stored.find(provider).map(one -> one.provider().label());
    }

    /**
     * An issuer's name.
     *
     * @param issuer which
     * @return as the service calls it, or its address
     */
    public String label(String issuer) {
        return providers.label(issuer);
    }
}
