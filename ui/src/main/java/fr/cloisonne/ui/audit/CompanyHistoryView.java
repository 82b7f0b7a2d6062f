package fr.cloisonne.ui.audit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.audit.AuditReading;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.ui.shell.CompanyAddress;
import fr.cloisonne.ui.shell.CompanyPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Visit;
import fr.cloisonne.ui.shell.Visits;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;

/** What happened inside one client company, by whom and for whom. */
@Route(value = "c/:firm/:siren/history", layout = MainLayout.class)
@PermitAll
@Needs(Right.CONSULT)
public class CompanyHistoryView extends CompanyPage {

    private final AuditReading journal;
    private final Sentences sentences;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public CompanyHistoryView(
            Visits visits, AuditReading journal, Sentences sentences, Formats formats) {
        super(visits, "history");
        this.journal = journal;
        this.sentences = sentences;
        this.formats = formats;
    }

    @Override
    protected void show(Visit visit, BeforeEnterEvent event) {
        head(getTranslation("title.history"), getTranslation("history.intro"));
        AuditLines.OneChain source =
                (before, limit) -> visit.inside(() -> journal.ofCompany(before, limit));
        add(
                new AuditLines(
                        source,
                        sentences,
                        formats,
                        entry -> matter(visit.path(), entry.details())));
    }

    /** What the line is about, where it can be looked at. */
    private Optional<Anchor> matter(CompanyPath company, Map<String, String> details) {
        String invoice = details.get("invoice");
        String deposit = details.get("deposit");
        if (invoice != null) {
            return Optional.of(
                    link(
                            getTranslation("report.invoice"),
                            CompanyAddress.invoice(company, invoice)));
        }
        return Optional.ofNullable(deposit)
                .map(id ->
                        link(
                                getTranslation("history.report"),
                                CompanyAddress.deposit(company, id)));
    }
}
