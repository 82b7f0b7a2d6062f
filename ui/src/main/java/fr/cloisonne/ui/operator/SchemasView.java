package fr.cloisonne.ui.operator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.Route;
import fr.cloisonne.company.SchemaOversight;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.tenancy.value.SchemaReport;
import fr.cloisonne.ui.enamel.Facts;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.ForOperators;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;

/** Which client companies' schemas are at which version, who lags, and why. */
@Route(value = "operator/schemas", layout = MainLayout.class)
@PermitAll
@ForOperators
public class SchemasView extends OperatorPage {

    private final transient SchemaOversight oversight;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public SchemasView(
            SchemaOversight oversight, Operators operators, Reader reader, Formats formats) {
        super(operators, reader, "schemas", "schemas.intro");
        this.oversight = oversight;
        this.formats = formats;
    }

    @Override
    protected Component[] acts() {
        Button again = new Button(getTranslation("schemas.refresh"), press -> show());
        return new Component[] {again, new RetryButton(oversight, person(), this::show)};
    }

    @Override
    protected void show(UserAccountId operator) {
        SchemaReport report = oversight.report(operator);
        add(facts(report));
        if (report.atLatest() < report.total()) {
            ProgressBar bar = new ProgressBar(0, report.total(), report.atLatest());
            bar.getElement().setAttribute("aria-label", getTranslation("schemas.progress"));
            add(bar);
        }
        if (report.held()) {
            add(Notice.refusal(getTranslation("schemas.held")));
        }
        if (report.allGood()) {
            add(
                    nothing(
                            getTranslation("schemas.none"),
                            getTranslation("schemas.none.next", report.latest())));
            return;
        }
        UnorderedList lines = new UnorderedList();
        lines.addClassName("lines");
        report.lines().forEach(one -> lines.add(new SchemaItem(one, formats)));
        add(lines);
        if (report.more()) {
            add(new Paragraph(getTranslation("schemas.more", report.lines().size())));
        }
    }

    private Facts facts(SchemaReport report) {
        Facts facts =
                new Facts()
                        .with(getTranslation("schemas.latest"), String.valueOf(report.latest()))
                        .with(
                                getTranslation("schemas.at-latest"),
                                getTranslation("schemas.of", report.atLatest(), report.total()));
        report.versions()
                .forEach((version, count) -> {
                    if (version != report.latest()) {
                        facts.with(getTranslation("schemas.at", version), String.valueOf(count));
                    }
                });
        return facts;
    }
}
