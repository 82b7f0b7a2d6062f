package fr.cloisonne.invoicing;

import fr.cloisonne.identity.PersonCard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step in an invoice's life: when, to what, why, by whom and for whom. */
public record StatusChangeLine(
        Instant at,
        InvoiceStatus status,
        @Nullable String reason,
        @Nullable PersonCard actor,
        @Nullable PersonCard onBehalfOf) {}
