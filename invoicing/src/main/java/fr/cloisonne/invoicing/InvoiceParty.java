package fr.cloisonne.invoicing;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Seller or buyer, as the invoice names them. */
public record InvoiceParty(String name, @Nullable String siren, @Nullable String vatNumber)
        implements Serializable {}
