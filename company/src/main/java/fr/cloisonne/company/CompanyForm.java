package fr.cloisonne.company;

import fr.cloisonne.tenancy.value.Iban;
import fr.cloisonne.tenancy.value.PostalAddress;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import fr.cloisonne.tenancy.value.SizeCategory;
import fr.cloisonne.tenancy.value.VatNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a client company to take it on.
 *
 * @param siren its SIREN
 * @param siret its registered establishment, if that was given; of the same SIREN
 * @param vat its VAT number, if it has one; of the same SIREN
 * @param legalName its name, 1 to 200 characters
 * @param address its registered address
 * @param iban its account
 * @param size its size
 */
public record CompanyForm(
        Siren siren,
        @Nullable Siret siret,
        @Nullable VatNumber vat,
        String legalName,
        PostalAddress address,
        @Nullable Iban iban,
        SizeCategory size) {}
