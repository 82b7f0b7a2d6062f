package fr.cloisonne.identity.preference;

import java.time.Instant;
import java.util.Map;

/**
 * What somebody has typed in a form and not sent.
 *
 * @param fields what each field held, by the field's name
 * @param keptAt when they typed last
 */
public record FormDraft(Map<String, String> fields, Instant keptAt) {

    /** The fields are copied. */
    public FormDraft {
        fields = Map.copyOf(fields);
    }
}
