package fr.cloisonne.invoicing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deposit as a list shows it. */
public record DepositRow(
        DepositId id,
        Instant at,
        String fileName,
        boolean accepted,
        @Nullable InvoiceId invoice,
        int anomalyCount,
        String actorName,
        @Nullable String onBehalfOfName) {}
