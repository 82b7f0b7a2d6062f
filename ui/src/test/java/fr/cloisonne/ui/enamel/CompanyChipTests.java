package fr.cloisonne.ui.enamel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.tenancy.value.TenantId;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompanyChipTests {

    @Test
    void whiteInitialsCanBeReadOnEveryEnamel() {
        assertThat(CompanyChip.ENAMELS)
                .doesNotHaveDuplicates()
                .allSatisfy(enamel ->
                        assertThat(Contrast.between("#ffffff", enamel))
                                .isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void aCompanyKeepsItsColourAndManyCompaniesShareOutAllOfThem() {
        TenantId tenant = new TenantId(UUID.fromString("0191e8a0-1111-7000-8000-0000000000aa"));

        assertThat(CompanyChip.colour(tenant)).isEqualTo(CompanyChip.colour(tenant));
        assertThat(
                        IntStream.range(0, 500)
                                .mapToObj(n -> new TenantId(UUID.randomUUID()))
                                .map(CompanyChip::colour)
                                .distinct())
                .hasSize(CompanyChip.ENAMELS.size());
    }

    @Test
    void initialsLeaveOutTheLegalFormAndSmallWords() {
        assertThat(CompanyChip.initials("SARL Menuiserie de la Garrigue")).isEqualTo("MG");
        assertThat(CompanyChip.initials("Étude Varenne & Associés")).isEqualTo("ÉV");
        assertThat(CompanyChip.initials("SAS")).isEqualTo("S");
    }
}
