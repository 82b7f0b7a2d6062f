package fr.cloisonne.tenancy.value;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param line1 number and street
 * @param line2 what else is needed
 * @param postalCode postal code
 * @param city town
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(
        String line1, @Nullable String line2, String postalCode, String city, String country)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
