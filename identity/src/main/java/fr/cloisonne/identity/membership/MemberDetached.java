package fr.cloisonne.identity.membership;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;

/**
 * A person is a member of a firm no more.
 *
 * @param firm where
 * @param person who
 */
public record MemberDetached(FirmId firm, UserAccountId person) implements Event {

    @Override
    public String aggregate() {
        return person.toString();
    }
}
