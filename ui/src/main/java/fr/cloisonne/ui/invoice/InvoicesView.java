package fr.cloisonne.ui.invoice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.invoicing.Invoices;
import fr.cloisonne.ui.shell.CompanyAddress;
import fr.cloisonne.ui.shell.CompanyPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Visit;
import fr.cloisonne.ui.shell.Visits;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;

/** The invoices of one client company; what is seen is what the address says. */
@Route(value = "c/:firm/:siren/invoices", layout = MainLayout.class)
@PermitAll
@Needs(Right.CONSULT)
public class InvoicesView extends CompanyPage {

    private final Invoices invoices;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public InvoicesView(Visits visits, Invoices invoices, Formats formats) {
        super(visits, "invoices");
        this.invoices = invoices;
        this.formats = formats;
    }

    @Override
    protected void show(Visit visit, BeforeEnterEvent event) {
        ListAddress address = ListAddress.of(event.getLocation().getQueryParameters());
        InvoiceList list = new InvoiceList(visit, invoices, formats, address);
        head(
                getTranslation("title.invoices"),
                "",
                visit.allows(Right.DEPOSIT)
                        ? primaryLink(
                                getTranslation("company.deposit"), visit.to(CompanyAddress.DEPOSIT))
                        : new Div());
        add(new InvoiceFilters(address.filter(), formats.today(), list::filter), list);
    }
}
