package fr.cloisonne.tenancy.value;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a client company outside its own schema.
 *
 * @param tenant the company as a tenant
 * @param firm the firm under whose mandate it is seen
 * @param path its address
 * @param legalName its name
 * @param vat its VAT number, if it has one
 * @param size its size
 */
public record ClientCompanyCard(
        TenantId tenant,
        FirmId firm,
        CompanyPath path,
        String legalName,
        @Nullable VatNumber vat,
        SizeCategory size)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
