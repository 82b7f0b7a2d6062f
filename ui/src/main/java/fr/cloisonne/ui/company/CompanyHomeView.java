package fr.cloisonne.ui.company;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.invoicing.DepositRow;
import fr.cloisonne.invoicing.Deposits;
import fr.cloisonne.invoicing.FamilyCounts;
import fr.cloisonne.invoicing.Invoices;
import fr.cloisonne.invoicing.StatusFamily;
import fr.cloisonne.ui.deposit.DepositLines;
import fr.cloisonne.ui.enamel.FamilyEnamel;
import fr.cloisonne.ui.shell.CompanyAddress;
import fr.cloisonne.ui.shell.CompanyPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Visit;
import fr.cloisonne.ui.shell.Visits;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;

/**
 * One client company at a glance: where its invoices stand, what was handed in, what waits; of all
 * that, what the reader's rights there let them see.
 */
@Route(value = "c/:firm/:siren", layout = MainLayout.class)
@PermitAll
public class CompanyHomeView extends CompanyPage {

    private static final int LAST = 5;

    private final Invoices invoices;
    private final Deposits deposits;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public CompanyHomeView(Visits visits, Invoices invoices, Deposits deposits, Formats formats) {
        super(visits, "home");
        this.invoices = invoices;
        this.deposits = deposits;
        this.formats = formats;
    }

    @Override
    protected void show(Visit visit, BeforeEnterEvent event) {
        boolean invoicesToo = visit.allows(Right.CONSULT);
        boolean depositsToo = visit.allows(Right.SEE_DEPOSITS);
        FamilyCounts counts =
                invoicesToo ? visit.inside(invoices::counts) : new FamilyCounts(Map.of());
        List<DepositRow> last = depositsToo ? visit.inside(() -> deposits.last(LAST)) : List.of();
        head(
                visit.company().legalName(),
                getTranslation("company.siren", visit.path().siren().formatted()),
                acts(visit));
        add(entryNote(visit));
        if (invoicesToo) {
            add(tiles(visit, counts));
        }
        if (invoicesToo || depositsToo) {
            block(getTranslation("company.waiting"), waiting(visit, counts, last));
        }
        if (depositsToo) {
            deposited(visit, last);
        } else if (!invoicesToo) {
            add(new Paragraph(getTranslation("company.sheet-only")));
        }
    }

    private void deposited(Visit visit, List<DepositRow> last) {
        if (last.isEmpty()) {
            add(nothing(getTranslation("company.empty"), getTranslation("company.empty.next")));
        } else {
            block(
                    getTranslation("company.last-deposits"),
                    new DepositLines(visit.path(), last, formats));
        }
    }

    private Component[] acts(Visit visit) {
        if (!visit.allows(Right.DEPOSIT)) {
            return new Component[0];
        }
        Button entry = new Button(getTranslation("company.enter"));
        entry.setEnabled(false);
        entry.getElement().setAttribute("aria-describedby", "entry-note");
        return new Component[] {
            entry, primaryLink(getTranslation("company.deposit"), visit.to(CompanyAddress.DEPOSIT))
        };
    }

    private Component entryNote(Visit visit) {
        Paragraph note = new Paragraph(getTranslation("company.enter.later"));
        note.setId("entry-note");
        note.addClassName("quiet");
        note.setVisible(visit.allows(Right.DEPOSIT));
        return note;
    }

    private static Component tiles(Visit visit, FamilyCounts counts) {
        Div tiles = new Div();
        tiles.addClassName("tiles");
        for (StatusFamily family : StatusFamily.values()) {
            if (family != StatusFamily.ANNULEE || counts.of(family) > 0) {
                String list = visit.to(CompanyAddress.INVOICES) + "?status=" + family.name();
                tiles.add(FamilyEnamel.of(family).tile(counts.of(family), list));
            }
        }
        return tiles;
    }

    private Component waiting(Visit visit, FamilyCounts counts, List<DepositRow> last) {
        int refused = counts.of(StatusFamily.REJETEE);
        if (refused > 0) {
            return link(
                    getTranslation("company.refused", refused),
                    visit.to(CompanyAddress.INVOICES) + "?status=REJETEE");
        }
        return last.stream()
                .filter(row -> !row.accepted())
                .findFirst()
                .<Component>map(row ->
                        link(
                                getTranslation("company.redo", row.fileName()),
                                CompanyAddress.deposit(visit.path(), row.id().value())))
                .orElseGet(() -> new Paragraph(getTranslation("company.nothing-waits")));
    }
}
