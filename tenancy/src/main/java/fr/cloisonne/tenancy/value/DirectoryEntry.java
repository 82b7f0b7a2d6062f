package fr.cloisonne.tenancy.value;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a directory knows of a company.
 *
 * @param siren its SIREN
 * @param siret the establishment that was asked for, otherwise the head office
 * @param name the legal name
 * @param active whether it is in business; of an establishment, whether that one is open
 * @param address where that establishment is
 * @param size its size
 */
public record DirectoryEntry(
        Siren siren,
        @Nullable Siret siret,
        String name,
        boolean active,
        @Nullable PostalAddress address,
        @Nullable SizeCategory size)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
