package fr.cloisonne.identity.registration;

import fr.cloisonne.db.outbox.Event;

/**
 * A firm has answered somebody who asked to belong to it.
 *
 * @param attachment which request
 */
public record AttachmentAnswered(AttachmentId attachment) implements Event {

    @Override
    public String aggregate() {
        return attachment.toString();
    }
}
