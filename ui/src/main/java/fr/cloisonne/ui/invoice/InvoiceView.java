package fr.cloisonne.ui.invoice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.audit.TakingAway;
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
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.taken.TakenButton;
import fr.cloisonne.ui.taken.TakenFile;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.util.Map;

/** One invoice: its facts, its tax, what was said about it, what happened to it, its file. */
@Route(value = "c/:firm/:siren/invoices/:id", layout = MainLayout.class)
@PermitAll
@Needs(Right.CONSULT)
public class InvoiceView extends CompanyPage {

    private final Invoices invoices;
    private final transient TakingAway taking;
    private final transient StepUp stepUp;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public InvoiceView(
            Visits visits, Invoices invoices, TakingAway taking, StepUp stepUp, Formats formats) {
        super(visits, "invoice");
        this.invoices = invoices;
        this.taking = taking;
        this.stepUp = stepUp;
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

    private TakenButton download(Visit visit, InvoiceDetails invoice) {
        InvoiceId id = invoice.row().id();
        String name = invoice.fileName();
        return new TakenButton(
                stepUp,
                new Button(getTranslation("invoice.download")),
                new TakenFile(
                        taking,
                        visit.taken("invoice", Map.of("invoice", id.toString())),
                        name,
                        name.endsWith(".pdf") ? "application/pdf" : "application/xml",
                        out -> {
                            visit.<Void, IOException>inside(() -> {
                                invoices.write(id, out);
                                return null;
                            });
                            return invoice.fileSize();
                        }));
    }
}
