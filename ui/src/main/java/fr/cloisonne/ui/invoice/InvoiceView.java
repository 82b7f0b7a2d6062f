package fr.cloisonne.ui.invoice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.invoicing.InvoiceDetails;
import fr.cloisonne.invoicing.InvoiceId;
import fr.cloisonne.invoicing.Invoices;
import fr.cloisonne.ui.deposit.AnomalyLines;
import fr.cloisonne.ui.enamel.FamilyEnamel;
import fr.cloisonne.ui.shell.AddressedId;
import fr.cloisonne.ui.shell.CompanyPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Visit;
import fr.cloisonne.ui.shell.Visits;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;

/** One invoice: its facts, its tax, what was said about it, what happened to it, its file. */
@Route(value = "c/:firm/:siren/invoices/:id", layout = MainLayout.class)
@PermitAll
@Needs(Right.CONSULT)
public class InvoiceView extends CompanyPage {

    private final Invoices invoices;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public InvoiceView(Visits visits, Invoices invoices, Formats formats) {
        super(visits, "invoice");
        this.invoices = invoices;
        this.formats = formats;
    }

    @Override
    protected void show(Visit visit, BeforeEnterEvent event) {
        InvoiceId id = new InvoiceId(AddressedId.of(event));
        InvoiceDetails invoice =
                visit.inside(() -> invoices.find(id)).orElseThrow(NotFoundException::new);
        head(
                getTranslation("invoice.title", invoice.row().number()),
                invoice.row().counterpart(),
                FamilyEnamel.status(invoice.row().status()),
                download(visit, invoice));
        InvoiceSheets sheets = new InvoiceSheets(formats, this, getLocale());
        add(sheets.facts(invoice));
        block(getTranslation("invoice.tax"), sheets.tax(invoice));
        block(getTranslation("invoice.verdict"), verdict(invoice));
        block(getTranslation("invoice.history"), new StatusLines(invoice.history(), formats));
        block(getTranslation("invoice.file"), sheets.file(invoice));
    }

    private Component verdict(InvoiceDetails invoice) {
        return invoice.warnings().isEmpty()
                ? new Paragraph(getTranslation("invoice.compliant"))
                : new AnomalyLines(invoice.warnings());
    }

    private Anchor download(Visit visit, InvoiceDetails invoice) {
        Anchor file =
                new Anchor(
                        new StoredFile(
                                visit,
                                invoices,
                                invoice.row().id(),
                                invoice.fileName(),
                                invoice.fileSize()),
                        getTranslation("invoice.download"));
        file.getElement().setAttribute("download", invoice.fileName());
        file.addClassName("plain-act");
        return file;
    }
}
