package fr.cloisonne.ui.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import fr.cloisonne.invoicing.InvoiceFilter;
import fr.cloisonne.invoicing.InvoiceSort;
import fr.cloisonne.invoicing.StatusFamily;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ListAddressTests {

    @Test
    void whatTheAddressSaysComesBackTheSame() {
        ListAddress address =
                new ListAddress(
                        new InvoiceFilter(
                                "terres & cie",
                                StatusFamily.REJETEE,
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 6, 30)),
                        new InvoiceSort(InvoiceSort.Field.TOTAL, false));

        assertThat(ListAddress.of(QueryParameters.fromString(address.query().getQueryString())))
                .isEqualTo(address);
    }

    @Test
    void nonsenseInTheAddressIsAsIfItWereNotThere() {
        ListAddress address =
                ListAddress.of(
                        QueryParameters.fromString("status=XX&from=hier&to=&sort=-colour&q=%20"));

        assertThat(address).isEqualTo(new ListAddress(InvoiceFilter.ALL, InvoiceSort.NEWEST_FIRST));
        assertThat(address.narrowed()).isFalse();
        assertThat(address.query().getQueryString()).isEmpty();
    }
}
