package fr.cloisonne.invoicing;

import fr.cloisonne.invoicing.compliance.Anomaly;
import fr.cloisonne.invoicing.reading.Syntax;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Everything that the product knows of one invoice; {@code sha256} is hexadecimal. */
public record InvoiceDetails(
        InvoiceRow row,
        Direction direction,
        String typeCode,
        Syntax syntax,
        String profile,
        InvoiceParty seller,
        InvoiceParty buyer,
        InvoiceTotals totals,
        int lineCount,
        DepositId deposit,
        Instant depositedAt,
        String fileName,
        long fileSize,
        String sha256,
        LocalDate retentionUntil,
        List<StatusChangeLine> history,
        List<Anomaly> warnings) {}
