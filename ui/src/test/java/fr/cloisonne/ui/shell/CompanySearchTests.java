package fr.cloisonne.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.SizeCategory;
import fr.cloisonne.tenancy.value.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CompanySearchTests {

    private final ClientCompanyCard company =
            new ClientCompanyCard(
                    new TenantId(UUID.randomUUID()),
                    new FirmId(UUID.randomUUID()),
                    CompanyPath.tryParse("alpilles", "912345675").orElseThrow(),
                    "Étude Varenne",
                    null,
                    SizeCategory.PME);

    @Test
    void findsByAPieceOfTheNameWithoutAccents() {
        assertThat(CompanySearch.matches(company, "etude")).isTrue();
        assertThat(CompanySearch.matches(company, "VAREN")).isTrue();
        assertThat(CompanySearch.matches(company, "garrigue")).isFalse();
    }

    @Test
    void findsBySirenTypedWithOrWithoutBlanks() {
        assertThat(CompanySearch.matches(company, "912 345")).isTrue();
        assertThat(CompanySearch.matches(company, "912\u00A0345\u00A0675")).isTrue();
        assertThat(CompanySearch.matches(company, "345")).isFalse();
    }

    @Test
    void nothingTypedFindsAll() {
        assertThat(CompanySearch.matches(company, "  ")).isTrue();
    }
}
