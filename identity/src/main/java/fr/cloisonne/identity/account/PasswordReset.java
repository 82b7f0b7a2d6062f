package fr.cloisonne.identity.account;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Another password for whoever has forgotten theirs, by a link to the account's mailbox. It opens
 * no session, skips no second factor, and ends every session there is.
 */
@Component
public class PasswordReset {

    private final MailLinks links;
    private final NewPassword passwords;
    private final UserAccounts accounts;

    PasswordReset(MailLinks links, NewPassword passwords, UserAccounts accounts) {
        this.links = links;
        this.passwords = passwords;
        this.accounts = accounts;
    }

    /**
     * How a link stands.
     *
     * @param secret as the link carries it
     * @return the state
     */
    @PlatformTransaction(readOnly = true)
    public LinkState state(String secret) {
        return links.find(LinkPurpose.RESET, secret).state();
    }

    /**
     * Words that must not be in the new password.
     *
     * @param secret as the link carries it
     * @return what is known of the person, nothing where the link does not open
     */
    @PlatformTransaction(readOnly = true)
    public Set<String> context(String secret) {
        MailLinks.Found link = links.find(LinkPurpose.RESET, secret);
        return link.state() == LinkState.OPEN
                ? passwords.context(accounts.card(new UserAccountId(link.about())))
                : Set.of();
    }

    /**
     * Whether the new password may be shorter, since a second factor stands beside it.
     *
     * @param secret as the link carries it
     * @return whether there is one, false where the link does not open
     */
    @PlatformTransaction(readOnly = true)
    public boolean besideAFactor(String secret) {
        MailLinks.Found link = links.find(LinkPurpose.RESET, secret);
        return link.state() == LinkState.OPEN
                && passwords.besideAFactor(new UserAccountId(link.about()));
    }

    /**
     * Sets the password.
     *
     * @param secret as the link carries it
     * @param password the password chosen
     * @throws LinkRefusedException if the link does not open
     * @throws PasswordRefusedException if the password may not be used; the link still opens
     */
    @PlatformTransaction
    public void use(String secret, String password) {
        UserAccountId id = new UserAccountId(links.spend(LinkPurpose.RESET, secret));
        PersonCard person = accounts.card(id);
        passwords.set(person, password, "password.reset", true);
    }
}
