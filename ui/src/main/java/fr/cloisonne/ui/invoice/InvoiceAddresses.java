package fr.cloisonne.ui.invoice;

import fr.cloisonne.invoicing.InvoiceId;
import fr.cloisonne.invoicing.Invoices;
import fr.cloisonne.ui.shell.AddressedThings;
import fr.cloisonne.ui.shell.CompanyPage;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The ids in the addresses of invoices. */
@Component
class InvoiceAddresses implements AddressedThings {

    private final Invoices invoices;

    InvoiceAddresses(Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public Class<? extends CompanyPage> page() {
        return InvoiceView.class;
    }

    @Override
    public boolean exists(UUID id) {
        return invoices.find(new InvoiceId(id)).isPresent();
    }
}
