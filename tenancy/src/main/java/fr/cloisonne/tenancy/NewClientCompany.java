package fr.cloisonne.tenancy;

import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.Iban;
import fr.cloisonne.tenancy.value.PostalAddress;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import fr.cloisonne.tenancy.value.SizeCategory;
import fr.cloisonne.tenancy.value.VatNumber;
import org.jspecify.annotations.Nullable;

/**
 * A client company that a firm takes on.
 *
 * @param firm the firm that will hold the mandate
 * @param siren its SIREN
 * @param siret its registered establishment
 * @param vat its VAT number
 * @param legalName its name
 * @param address its registered address
 * @param iban its account
 * @param size its size
 */
public record NewClientCompany(
        FirmId firm,
        Siren siren,
        @Nullable Siret siret,
        @Nullable VatNumber vat,
        String legalName,
        PostalAddress address,
        @Nullable Iban iban,
        SizeCategory size) {

    /** Refuses identifiers that do not belong together, and a name nobody can read. */
    public NewClientCompany {
        if (siret != null && !siret.siren().equals(siren)) {
            throw new IllegalArgumentException("The SIRET " + siret + " is not of " + siren);
        }
        if (vat != null && vat.siren().isPresent() && !vat.siren().get().equals(siren)) {
            throw new IllegalArgumentException("The VAT number " + vat + " is not of " + siren);
        }
        if (legalName.isBlank() || legalName.length() > 200) {
            throw new IllegalArgumentException("A company has a name of 1 to 200 characters");
        }
    }
}
