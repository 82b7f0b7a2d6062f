package fr.cloisonne.identity.account;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import org.springframework.stereotype.Component;

/** What waits in mailboxes to change an account: a new password, another address. */
@Component
public class WaitingChanges {

    private final MailLinks links;
    private final AddressChangeRows changes;

    WaitingChanges(MailLinks links, AddressChangeRows changes) {
        this.links = links;
        this.changes = changes;
    }

    /**
     * Lets none of it happen, since somebody else may have asked for it.
     *
     * @param person whose account
     */
    @PlatformTransaction
    public void withdraw(UserAccountId person) {
        links.withdraw(LinkPurpose.RESET, person.value());
        changes.withdrawAll(person).forEach(change -> links.withdraw(LinkPurpose.ADDRESS, change));
    }
}
