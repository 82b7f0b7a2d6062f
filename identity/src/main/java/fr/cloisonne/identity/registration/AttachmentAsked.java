package fr.cloisonne.identity.registration;

import fr.cloisonne.db.outbox.Event;

/**
 * Somebody asks to belong to a firm.
 *
 * @param attachment which request
 */
public record AttachmentAsked(AttachmentId attachment) implements Event {

    @Override
    public String aggregate() {
        return attachment.toString();
    }
}
