package fr.cloisonne.identity.maildomain;

import java.io.Serializable;
import java.util.UUID;

/**
 * One firm's word about one domain.
 *
 * @param value a version 7 UUID
 */
public record MailDomainId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value.toString();
    }
}
