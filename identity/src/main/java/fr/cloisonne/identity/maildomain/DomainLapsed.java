package fr.cloisonne.identity.maildomain;

import fr.cloisonne.db.outbox.Event;

/**
 * A domain is proven no more, since its proof was gone from its zone for too long.
 *
 * @param domain which
 */
public record DomainLapsed(MailDomainId domain) implements Event {

    @Override
    public String aggregate() {
        return domain.toString();
    }
}
