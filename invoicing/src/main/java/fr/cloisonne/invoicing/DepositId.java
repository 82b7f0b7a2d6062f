package fr.cloisonne.invoicing;

import java.io.Serializable;
import java.util.UUID;

/** One act of handing in, whatever came of it. */
public record DepositId(UUID value) implements Serializable {
    @Override
    public String toString() {
        return value.toString();
    }
}
