package fr.cloisonne.invoicing;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Base and tax of one category and rate, in the invoice's currency. */
public record TaxLine(String category, @Nullable BigDecimal rate, BigDecimal base, BigDecimal tax)
        implements Serializable {}
