package fr.cloisonne.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import fr.cloisonne.identity.audit.ActKind;
import fr.cloisonne.tenancy.value.Siren;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditAddressTests {

    @Test
    void whatTheAddressSaysComesBackTheSame() {
        AuditAddress address =
                new AuditAddress(
                        "délégué & Diallo",
                        UUID.fromString("01980000-0000-7000-8000-000000000001"),
                        ActKind.RIGHTS,
                        new Siren("900000019"),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 6, 30));
        assertThat(AuditAddress.of(QueryParameters.fromString(address.query().getQueryString())))
                .isEqualTo(address);
    }

    @Test
    void nonsenseInTheAddressIsAsIfItWereNotThere() {
        AuditAddress address =
                AuditAddress.of(
                        QueryParameters.fromString(
                                "q=%20&person=me&kind=XX&company=123&from=hier&to="));
        assertThat(address).isEqualTo(new AuditAddress("", null, null, null, null, null));
        assertThat(address.query().getQueryString()).isEmpty();
    }
}
