package fr.cloisonne.ui.company;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import fr.cloisonne.company.importing.CompanyImports;
import fr.cloisonne.company.importing.ImportId;
import fr.cloisonne.company.importing.ImportSheet;
import fr.cloisonne.company.importing.ImportState;
import fr.cloisonne.company.importing.ImportVerdict;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.AddressedId;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.table.TableFormat;
import fr.cloisonne.ui.taken.TakenButton;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One list of client companies: what each line would do, then how far it has come, then what came
 * of it. Whoever leaves the page finds it again as it is by then.
 */
@Route(value = "f/:firm/imports/:id", layout = MainLayout.class)
@PermitAll
@Needs(Right.MANAGE_COMPANIES)
public class ImportView extends FirmPage {

    private static final int EACH_MILLISECONDS = 1_000;

    private final transient CompanyImports imports;
    private final ImportDesk desk;
    private final Formats formats;
    private final Div state = new Div();
    private @Nullable ImportId id;
    private @Nullable Registration polling;

    /** The page; Spring makes one for each visit. */
    public ImportView(
            Reader reader,
            Habilitations habilitations,
            CompanyImports imports,
            ImportDesk desk,
            Formats formats) {
        super(reader, habilitations, "import");
        this.imports = imports;
        this.desk = desk;
        this.formats = formats;
        state.addClassName("import-state");
        addDetachListener(gone -> rest(gone.getUI()));
    }

    @Override
    protected void address(BeforeEnterEvent event) {
        id = new ImportId(AddressedId.of(event));
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        ImportSheet sheet = sheet(person, firm);
        ImportLines lines = new ImportLines(imports, desk.words(), person, firm, sheet.id());
        head(
                sheet.fileName(),
                getTranslation("import.read", formats.moment(sheet.readAt())),
                report(person, firm, TableFormat.XLSX),
                report(person, firm, TableFormat.CSV));
        if (!sheet.ignored().isEmpty()) {
            add(
                    Notice.information(
                            getTranslation("import.ignored", String.join(", ", sheet.ignored()))));
        }
        add(state, lines);
        refresh(person, firm, lines, sheet);
    }

    private ImportSheet sheet(UserAccountId person, FirmCard firm) {
        return imports.one(person, firm.shortName(), Objects.requireNonNull(id))
                .orElseThrow(NotFoundException::new);
    }

    private void refresh(
            UserAccountId person, FirmCard firm, ImportLines lines, ImportSheet sheet) {
        state.removeAll();
        Paragraph told = new Paragraph(desk.words().state(sheet, getLocale()));
        told.getElement().setAttribute("role", "status");
        state.add(told);
        if (sheet.state() == ImportState.READ) {
            state.add(before(person, firm, lines, sheet));
        } else if (sheet.going()) {
            state.add(progress(sheet), cancel(person, firm, lines, sheet));
        }
        lines.show(sheet);
        follow(person, firm, lines, sheet.going());
    }

    private void follow(UserAccountId person, FirmCard firm, ImportLines lines, boolean going) {
        UI ui = UI.getCurrentOrThrow();
        if (!going) {
            rest(ui);
        } else if (polling == null) {
            ui.setPollInterval(EACH_MILLISECONDS);
            polling = ui.addPollListener(poll -> refresh(person, firm, lines, sheet(person, firm)));
        }
    }

    private void rest(UI ui) {
        if (polling != null) {
            polling.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }

    private Component before(
            UserAccountId person, FirmCard firm, ImportLines lines, ImportSheet sheet) {
        int ready = sheet.count(ImportVerdict.READY);
        int correctable = sheet.count(ImportVerdict.CORRECTABLE);
        Checkbox corrections = new Checkbox(getTranslation("import.corrections", correctable));
        corrections.setVisible(correctable > 0);
        Button start = new Button(getTranslation("import.start", ready));
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.setEnabled(ready > 0);
        start.setDisableOnClick(true);
        corrections.addValueChangeListener(change -> {
            int all = ready + (corrections.getValue() ? correctable : 0);
            start.setText(getTranslation("import.start", all));
            start.setEnabled(all > 0);
        });
        start.addClickListener(press -> {
            start.setEnabled(true);
            desk.stepUp()
                    .perform(() -> {
                        imports.start(person, firm.shortName(), sheet.id(), corrections.getValue());
                        refresh(person, firm, lines, sheet(person, firm));
                    });
        });
        Paragraph nothingYet = new Paragraph(getTranslation("import.nothing-yet"));
        nothingYet.addClassName("quiet");
        Div acts =
                new Div(
                        start,
                        link(
                                getTranslation("import.another"),
                                "f/" + firm.shortName() + "/imports"));
        acts.addClassName("acts");
        return new Div(nothingYet, corrections, acts);
    }

    private static ProgressBar progress(ImportSheet sheet) {
        int left = sheet.count(ImportVerdict.WAITING, ImportVerdict.BEGUN);
        int asked = left + sheet.count(ImportVerdict.ADDED);
        ProgressBar bar = new ProgressBar(0, Math.max(1, asked), asked - left);
        bar.getElement().setAttribute("aria-label", sheet.fileName());
        return bar;
    }

    private Component cancel(
            UserAccountId person, FirmCard firm, ImportLines lines, ImportSheet sheet) {
        Button stop = new Button(getTranslation("import.cancel"));
        stop.setVisible(sheet.state() == ImportState.RUNNING);
        stop.addClickListener(press -> {
            imports.cancel(person, firm.shortName(), sheet.id());
            refresh(person, firm, lines, sheet(person, firm));
        });
        Div acts = new Div(stop);
        acts.addClassName("acts");
        return acts;
    }

    private TakenButton report(UserAccountId person, FirmCard firm, TableFormat format) {
        return new TakenButton(
                desk.stepUp(),
                new Button(getTranslation("import.report." + format.extension())),
                new ImportReport(imports, desk, person, firm, Objects.requireNonNull(id))
                        .file(format, getLocale()));
    }
}
