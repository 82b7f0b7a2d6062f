package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.membership.Newcomer;
import fr.cloisonne.identity.signin.SignInWay;
import fr.cloisonne.identity.signin.SignedInSession;
import fr.cloisonne.identity.signin.SignedInSessions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** People with an account who came in by the provider of a firm to which they do not belong. */
@Component
public class Outsiders {

    private final SignedInSessions sessions;
    private final Providers providers;
    private final Habilitations habilitations;
    private final UserAccounts accounts;

    Outsiders(
            SignedInSessions sessions,
            Providers providers,
            Habilitations habilitations,
            UserAccounts accounts) {
        this.sessions = sessions;
        this.providers = providers;
        this.habilitations = habilitations;
        this.accounts = accounts;
    }

    /**
     * To which firm this person may ask to belong, being at its door already.
     *
     * @param person who is signed in
     * @return with the name and address of the account; nothing for who came in otherwise, or
     *     belongs to the firm
     */
    public Optional<Newcomer> of(UserAccountId person) {
        return sessions.current()
                .filter(session -> session.person().equals(person))
                .map(SignedInSession::way)
                .filter(SignInWay.Provider.class::isInstance)
                .map(SignInWay.Provider.class::cast)
                .flatMap(way -> outside(person, way));
    }

    private Optional<Newcomer> outside(UserAccountId person, SignInWay.Provider way) {
        PersonCard card = accounts.card(person);
        return providers
                .firmOf(way.id())
                .map(habilitations::firm)
                .filter(firm -> !habilitations.membershipsOf(person).contains(firm))
                .map(firm ->
                        new Newcomer(firm, way.issuer(), way.sub(), card.email(), card.name()));
    }
}
