package fr.cloisonne.identity.account;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Habilitations;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a person who is signed in does about their own name and password. */
@Component
public class AccountCare {

    private final AccountRows accounts;
    private final UserAccounts cards;
    private final NewPassword passwords;
    private final Habilitations habilitations;
    private final AuditTrail audit;

    AccountCare(
            AccountRows accounts,
            UserAccounts cards,
            NewPassword passwords,
            Habilitations habilitations,
            AuditTrail audit) {
        this.accounts = accounts;
        this.cards = cards;
        this.passwords = passwords;
        this.habilitations = habilitations;
        this.audit = audit;
    }

    /**
     * Takes another name; each firm of the person finds in its journal that they did.
     *
     * @param person whose
     * @param name as they are called from now on
     */
    @PlatformTransaction
    public void rename(UserAccountId person, PersonName name) {
        if (cards.card(person).name().equals(name)) {
            return;
        }
        cards.setName(person, name);
        audit.recordInService(person, "account.renamed", Map.of());
        habilitations
                .membershipsOf(person)
                .forEach(
                        firm -> audit.recordInFirm(firm.id(), person, "account.renamed", Map.of()));
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
