package fr.cloisonne.identity.maildomain;

import fr.cloisonne.db.outbox.Event;

/**
 * The zone of a proven domain no longer publishes its proof.
 *
 * @param domain which
 */
public record DomainMissing(MailDomainId domain) implements Event {

    @Override
    public String aggregate() {
        return domain.toString();
    }
}
