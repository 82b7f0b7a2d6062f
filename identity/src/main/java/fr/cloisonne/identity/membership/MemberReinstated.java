package fr.cloisonne.identity.membership;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;

/**
 * A member of a firm is one again.
 *
 * @param firm where
 * @param person who
 */
public record MemberReinstated(FirmId firm, UserAccountId person) implements Event {

    @Override
    public String aggregate() {
        return person.toString();
    }
}
