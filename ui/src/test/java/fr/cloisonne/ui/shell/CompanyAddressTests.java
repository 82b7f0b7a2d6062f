package fr.cloisonne.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.tenancy.value.CompanyPath;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompanyAddressTests {

    private static final CompanyPath OTHER =
            CompanyPath.tryParse("alpilles", "900000027").orElseThrow();

    @Test
    void switchingKeepsThePage() {
        assertThat(switched("c/alpilles/900000019")).contains("c/alpilles/900000027");
        assertThat(switched("c/alpilles/900000019/deposit"))
                .contains("c/alpilles/900000027/deposit");
        assertThat(switched("c/alpilles/900000019/invoices"))
                .contains("c/alpilles/900000027/invoices");
    }

    @Test
    void switchingNeverCarriesAnIdOrAFilterIntoAnotherCompany() {
        assertThat(switched("c/alpilles/900000019/invoices/0191e8a0-0000-7000-8000-000000000001"))
                .contains("c/alpilles/900000027/invoices");
        assertThat(switched("c/alpilles/900000019/deposits/0191e8a0-0000-7000-8000-000000000001"))
                .contains("c/alpilles/900000027");
        assertThat(switched("c/alpilles/900000019/invoices?q=secret"))
                .contains("c/alpilles/900000027/invoices");
    }

    @Test
    void whatIsNoCompanyIsNoAddress() {
        assertThat(switched("")).isEmpty();
        assertThat(switched("f/alpilles/audit")).isEmpty();
        assertThat(switched("c/alpilles")).isEmpty();
        assertThat(switched("c/alpilles/900000018")).isEmpty();
        assertThat(switched("c/ALP!/900000019")).isEmpty();
    }

    private static Optional<String> switched(String location) {
        return CompanyAddress.parse(location).map(address -> address.of(OTHER));
    }
}
