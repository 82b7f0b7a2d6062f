package fr.cloisonne.identity.federation;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/**
 * A provider that a firm has added; its text stands in addresses and tells nothing.
 *
 * @param value the id
 */
public record ProviderId(UUID value) implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * Reads an id as addresses carry it.
     *
     * @param text from outside
     * @return the id, if it is one
     */
    public static Optional<ProviderId> tryParse(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(new ProviderId(id)) : Optional.empty();
        } catch (IllegalArgumentException no) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
