package fr.cloisonne.identity.account;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a person who is signed in does about their own password. */
@Component
public class AccountCare {

    private final AccountRows accounts;
    private final UserAccounts cards;
    private final NewPassword passwords;

    AccountCare(AccountRows accounts, UserAccounts cards, NewPassword passwords) {
        this.accounts = accounts;
        this.cards = cards;
        this.passwords = passwords;
    }

    /**
     * Words that must not be in the person's password.
     *
     * @param person who
     * @return what is known of them
     */
    @PlatformTransaction(readOnly = true)
    public Set<String> context(UserAccountId person) {
        return passwords.context(cards.card(person));
    }

    /**
     * Whether the person's password may be shorter, since a second factor stands beside it.
     *
     * @param person who
     * @return whether there is one
     */
    @PlatformTransaction(readOnly = true)
    public boolean besideAFactor(UserAccountId person) {
        return passwords.besideAFactor(person);
    }

    /**
     * Changes the password; every other session ends.
     *
     * @param person whose
     * @param current the present one, as proof
     * @param next the new one
     * @throws WrongPasswordException if the present one is not right
     * @throws PasswordRefusedException if the new one may not be used
     */
    @PlatformTransaction
    public void changePassword(UserAccountId person, String current, String next) {
        accounts.require(person, current);
        passwords.set(cards.card(person), next, "password.changed", false);
    }
}
