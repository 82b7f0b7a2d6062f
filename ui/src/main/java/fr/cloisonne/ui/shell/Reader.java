package fr.cloisonne.ui.shell;

import com.vaadin.flow.spring.security.AuthenticationContext;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.SignedInPerson;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.PagesRead;
import fr.cloisonne.ui.text.Translations;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The person in front of the page, as the security context knows them at this moment. */
@Component
public class Reader {

    private final AuthenticationContext authentication;
    private final UserAccounts accounts;
    private final PagesRead pages;

    Reader(AuthenticationContext authentication, UserAccounts accounts, PagesRead pages) {
        this.authentication = authentication;
        this.accounts = accounts;
        this.pages = pages;
    }

    /** What is kept of the pages that they read. */
    public PagesRead pages() {
        return pages;
    }

    /** Who is signed in; nobody here is an error, since every page but the door asks for it. */
    public UserAccountId person() {
        return signedIn().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /** Whether anybody is signed in. */
    public boolean isSignedIn() {
        return signedIn().isPresent();
    }

    Optional<UserAccountId> signedIn() {
        return authentication.getAuthenticatedUser(SignedInPerson.class).map(SignedInPerson::id);
    }

    /** What is shown of the person. */
    public PersonCard card() {
        return accounts.card(person());
    }

    /** The language kept with the account, for whoever is signed in. */
    Optional<Locale> language() {
        return signedIn().map(accounts::card).map(card -> Translations.spoken(card.language()));
    }

    void speak(Locale language) {
        accounts.setLanguage(person(), language);
    }

    /** Signs out, here and at the provider that opened the session. */
    public void signOut() {
        authentication.logout();
    }
}
