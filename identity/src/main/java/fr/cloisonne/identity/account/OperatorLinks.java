package fr.cloisonne.identity.account;

import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The links by which operators come, and the accounts they open. */
@Component
public class OperatorLinks {

    private final MailLinks links;
    private final UserAccounts accounts;
    private final PasswordPolicy policy;

    OperatorLinks(MailLinks links, UserAccounts accounts, PasswordPolicy policy) {
        this.links = links;
        this.accounts = accounts;
        this.policy = policy;
    }

    /**
     * Makes a secret.
     *
     * @param invitation what it is about
     * @return the secret, kept nowhere
     */
    public String mint(UUID invitation) {
        return links.mint(LinkPurpose.OPERATOR, invitation);
    }

    /**
     * How a link stands.
     *
     * @param secret as the link carries it
     * @return the state
     */
    public LinkState state(String secret) {
        return links.find(LinkPurpose.OPERATOR, secret).state();
    }

    /**
     * What a link is about.
     *
     * @param secret as the link carries it
     * @return the invitation, if the link opens
     */
    public Optional<UUID> about(String secret) {
        MailLinks.Found link = links.find(LinkPurpose.OPERATOR, secret);
        return link.state() == LinkState.OPEN ? Optional.of(link.about()) : Optional.empty();
    }

    /**
     * Uses a link up.
     *
     * @param secret as the link carries it
     * @return the invitation
     * @throws LinkRefusedException if it does not open
     */
    public UUID spend(String secret) {
        return links.spend(LinkPurpose.OPERATOR, secret);
    }

    /**
     * A refusal of the link, for the caller to throw.
     *
     * @param state why
     * @return the refusal
     */
    public LinkRefusedException refused(LinkState state) {
        return new LinkRefusedException(state);
    }

    /**
     * Opens an account on the word of the machine's own console.
     *
     * @param email the address
     * @param name the name
     * @param language the language
     * @param password the password chosen
     * @return the account
     * @throws LinkRefusedException if the address has an account already
     * @throws PasswordRefusedException if the password may not be used
     */
    public UserAccountId openAccount(
            EmailAddress email, PersonName name, Locale language, String password) {
        policy.require(password, Set.of(email.typed(), name.given(), name.family()), false);
        try {
            return accounts.create(email, name, language, password);
        } catch (DuplicateKeyException known) {
            throw new LinkRefusedException(LinkState.USED);
        }
    }
}
