package fr.cloisonne.tenancy.value;

import java.io.Serializable;

/**
 * What is shown of a firm.
 *
 * @param id the firm
 * @param shortName its name in addresses
 * @param legalName its name
 */
public record FirmCard(FirmId id, FirmShortName shortName, String legalName)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
