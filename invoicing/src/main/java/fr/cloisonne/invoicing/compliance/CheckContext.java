package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.tenancy.value.Siren;
import java.time.LocalDate;

/**
 * For whom and when a document is checked.
 *
 * @param company the client company that hands it in
 * @param today the day of the deposit
 */
public record CheckContext(Siren company, LocalDate today) {}
