package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.tenancy.value.Siren;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * For whom and when a document is checked.
 *
 * @param company the client company that hands it in; null where nobody does, and it is only asked
 *     whether the document conforms
 * @param today the day of the deposit
 */
public record CheckContext(@Nullable Siren company, LocalDate today) {}
