package fr.cloisonne.ui.deposit;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.invoicing.DepositId;
import fr.cloisonne.invoicing.DepositReport;
import fr.cloisonne.invoicing.DepositRow;
import fr.cloisonne.invoicing.Deposits;
import fr.cloisonne.invoicing.InvoiceId;
import fr.cloisonne.invoicing.StatusFamily;
import fr.cloisonne.ui.enamel.Facts;
import fr.cloisonne.ui.enamel.FamilyEnamel;
import fr.cloisonne.ui.shell.AddressedId;
import fr.cloisonne.ui.shell.CompanyAddress;
import fr.cloisonne.ui.shell.CompanyPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Visit;
import fr.cloisonne.ui.shell.Visits;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;

/** The report on one deposit, as it was judged then. */
@Route(value = "c/:firm/:siren/deposits/:id", layout = MainLayout.class)
@PermitAll
@Needs(Right.SEE_DEPOSITS)
public class DepositReportView extends CompanyPage {

    private final Deposits deposits;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public DepositReportView(Visits visits, Deposits deposits, Formats formats) {
        super(visits, "report");
        this.deposits = deposits;
        this.formats = formats;
    }

    @Override
    protected void show(Visit visit, BeforeEnterEvent event) {
        DepositId id = new DepositId(AddressedId.of(event));
        DepositReport report =
                visit.inside(() -> deposits.report(id)).orElseThrow(NotFoundException::new);
        head(getTranslation("title.report"), report.row().fileName());
        add(facts(report.row()));
        verdict(visit, report);
    }

    private Facts facts(DepositRow row) {
        String giver = row.onBehalfOfName();
        return new Facts()
                .with(getTranslation("fact.deposited"), formats.moment(row.at()))
                .with(
                        getTranslation("fact.by"),
                        giver == null
                                ? row.actorName()
                                : getTranslation("actor.for", row.actorName(), giver))
                .with(
                        getTranslation("fact.outcome"),
                        row.accepted()
                                ? FamilyEnamel.word(
                                        StatusFamily.VALIDEE, getTranslation("deposit.accepted"))
                                : FamilyEnamel.word(
                                        StatusFamily.REJETEE,
                                        getTranslation("deposit.refused", row.anomalyCount())));
    }

    private void verdict(Visit visit, DepositReport report) {
        InvoiceId invoice = report.row().invoice();
        if (invoice != null && visit.allows(Right.CONSULT)) {
            add(
                    link(
                            getTranslation("report.invoice"),
                            CompanyAddress.invoice(visit.path(), invoice)));
        }
        if (!report.anomalies().isEmpty()) {
            block(
                    getTranslation(
                            report.row().accepted() ? "report.warnings" : "report.anomalies"),
                    new AnomalyLines(report.anomalies()));
        }
        if (!report.row().accepted()) {
            Paragraph kept =
                    new Paragraph(
                            getTranslation(report.fileKept() ? "report.kept" : "report.not-kept"));
            kept.addClassName("quiet");
            add(kept);
        }
    }
}
