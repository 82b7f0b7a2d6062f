package fr.cloisonne.ui.deposit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.invoicing.DepositOutcome.Accepted;
import fr.cloisonne.invoicing.DepositOutcome.Rejected;
import fr.cloisonne.invoicing.InvoiceRow;
import fr.cloisonne.invoicing.StatusFamily;
import fr.cloisonne.invoicing.compliance.Anomaly;
import fr.cloisonne.invoicing.compliance.Severity;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.ui.enamel.FamilyEnamel;
import fr.cloisonne.ui.shell.CompanyAddress;
import fr.cloisonne.ui.shell.Visit;
import fr.cloisonne.ui.text.Formats;
import java.util.List;

/** What became of one file, told so that the person knows what to do next. */
public final class Verdict extends Article {

    private Verdict(String tone, StatusFamily family, String word, String file) {
        addClassNames("verdict", tone);
        Span name = new Span(file);
        name.addClassName("file");
        add(FamilyEnamel.word(family, word), new Span(" "), name);
    }

    static Verdict accepted(String file, Accepted accepted, Visit visit, Formats formats) {
        InvoiceRow invoice = accepted.row();
        Verdict verdict = new Verdict("green", StatusFamily.VALIDEE, "", file);
        verdict.word("deposit.accepted");
        verdict.add(
                new Paragraph(
                        verdict.getTranslation(
                                "deposit.accepted.text",
                                invoice.number(),
                                invoice.counterpart(),
                                formats.amount(
                                        invoice.total(),
                                        invoice.currency(),
                                        verdict.getLocale()))));
        if (visit.allows(Right.CONSULT)) {
            verdict.add(
                    new Anchor(
                            CompanyAddress.invoice(visit.path(), invoice.id()),
                            verdict.getTranslation("deposit.see", invoice.number())));
        }
        verdict.anomalies("deposit.warnings", accepted.warnings());
        return verdict;
    }

    /** The verdict on a refused file. */
    public static Verdict refused(
            String file, List<Anomaly> anomalies, CompanyPath company, Rejected outcome) {
        Verdict verdict = refused(file, anomalies);
        verdict.add(
                new Anchor(
                        CompanyAddress.deposit(company, outcome.deposit().value()),
                        verdict.getTranslation("deposit.report")));
        return verdict;
    }

    static Verdict refused(String file, List<Anomaly> anomalies) {
        List<Anomaly> errors = of(Severity.ERROR, anomalies);
        Verdict verdict = new Verdict("vermilion", StatusFamily.REJETEE, "", file);
        verdict.word("deposit.refused", errors.size());
        verdict.add(new Paragraph(verdict.getTranslation("deposit.refused.text")));
        verdict.anomalies("deposit.errors", errors);
        verdict.anomalies("deposit.warnings", of(Severity.WARNING, anomalies));
        return verdict;
    }

    /** The verdict on a file that could not be judged: nothing was kept. */
    static Verdict failed(String file, String reason) {
        Verdict verdict = new Verdict("grey", StatusFamily.ANNULEE, "", file);
        verdict.word("deposit.failed");
        verdict.add(new Paragraph(reason));
        return verdict;
    }

    private void word(String key, Object... parameters) {
        getComponentAt(0)
                .getElement()
                .appendChild(new Span(getTranslation(key, parameters)).getElement());
    }

    private void anomalies(String title, List<Anomaly> anomalies) {
        if (!anomalies.isEmpty()) {
            add(new H3(getTranslation(title, anomalies.size())), new AnomalyLines(anomalies));
        }
    }

    private static List<Anomaly> of(Severity severity, List<Anomaly> anomalies) {
        return anomalies.stream().filter(anomaly -> anomaly.severity() == severity).toList();
    }
}
