package fr.cloisonne.identity.provisioning;

import fr.cloisonne.db.outbox.Event;

/**
 * A firm's directory told of a person whose account is not attached to the firm yet.
 *
 * @param person who
 */
public record ColleagueProvisioned(ProvisionedPersonId person) implements Event {

    @Override
    public String aggregate() {
        return person.toString();
    }
}
