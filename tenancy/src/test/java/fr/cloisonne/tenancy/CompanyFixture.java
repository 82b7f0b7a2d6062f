package fr.cloisonne.tenancy;

import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.PostalAddress;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.SizeCategory;
import fr.cloisonne.tenancy.value.VatNumber;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Fictional firms and client companies, each new at every call. */
public final class CompanyFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    private CompanyFixture() {}

    /**
     * A SIREN that nobody has and no other call gave.
     *
     * @return beginning with 9000
     */
    public static Siren anySiren() {
        String digits = "9000%04d".formatted(NUMBER.incrementAndGet());
        return IntStream.range(0, 10)
                .mapToObj(check -> Siren.tryParse(digits + check))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Opens a firm with a name of its own.
     *
     * @param firms where
     * @return its short name
     */
    public static FirmShortName openFirm(Firms firms) {
        FirmShortName name = new FirmShortName("cabinet-" + NUMBER.incrementAndGet());
        firms.open(name, anySiren(), "Cabinet " + name);
        return name;
    }

    /**
     * A company that a firm may take on.
     *
     * @param firm the firm
     * @return with a SIREN of its own
     */
    public static NewClientCompany companyOf(FirmId firm) {
        return companyOf(firm, anySiren());
    }

    /**
     * A company of this SIREN.
     *
     * @param firm the firm
     * @param siren its SIREN
     * @return ready to be provisioned
     */
    public static NewClientCompany companyOf(FirmId firm, Siren siren) {
        return new NewClientCompany(
                firm,
                siren,
                null,
                VatNumber.of(siren),
                "Société " + siren,
                new PostalAddress("1 rue de la Paix", null, "75002", "Paris", "FR"),
                null,
                SizeCategory.PME);
    }
}
