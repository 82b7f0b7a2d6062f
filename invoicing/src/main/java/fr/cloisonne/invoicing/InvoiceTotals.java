package fr.cloisonne.invoicing;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/** The amounts at the foot of an invoice. */
public record InvoiceTotals(
        BigDecimal withoutTax,
        BigDecimal tax,
        BigDecimal withTax,
        BigDecimal payable,
        List<TaxLine> perRate)
        implements Serializable {}
