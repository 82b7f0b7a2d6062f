package fr.cloisonne.invoicing.compliance;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A finding in words.
 *
 * @param title what is wrong
 * @param field where, as an accountant names it
 * @param found what stands there
 * @param expected what should
 * @param correction what to do
 * @param source the rule's id and whose it is
 */
public record AnomalyText(
        String title,
        String field,
        @Nullable String found,
        @Nullable String expected,
        String correction,
        String source)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
