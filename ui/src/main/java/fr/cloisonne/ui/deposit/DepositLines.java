package fr.cloisonne.ui.deposit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.cloisonne.invoicing.DepositRow;
import fr.cloisonne.invoicing.StatusFamily;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.ui.enamel.FamilyEnamel;
import fr.cloisonne.ui.shell.CompanyAddress;
import fr.cloisonne.ui.text.Formats;
import java.util.List;

/** The last deposits, one line each: what, what became of it, when, by whom. */
public final class DepositLines extends UnorderedList {

    private final CompanyPath company;
    private final Formats formats;

    /** The lines of these deposits of a company. */
    public DepositLines(CompanyPath company, List<DepositRow> deposits, Formats formats) {
        this.company = company;
        this.formats = formats;
        addClassName("lines");
        deposits.forEach(row -> add(line(row)));
    }

    private ListItem line(DepositRow row) {
        Anchor file = new Anchor(CompanyAddress.deposit(company, row.id().value()), row.fileName());
        file.addClassName("grow");
        Span when = new Span(formats.recent(row.at()));
        when.addClassName("when");
        when.getElement().setAttribute("title", formats.moment(row.at()));
        Span who = new Span(actor(row));
        who.addClassName("quiet");
        return new ListItem(file, outcome(row), who, when);
    }

    private Component outcome(DepositRow row) {
        return row.accepted()
                ? FamilyEnamel.word(StatusFamily.VALIDEE, getTranslation("deposit.accepted"))
                : FamilyEnamel.word(
                        StatusFamily.REJETEE,
                        getTranslation("deposit.refused", row.anomalyCount()));
    }

    private String actor(DepositRow row) {
        String giver = row.onBehalfOfName();
        return giver == null
                ? row.actorName()
                : getTranslation("actor.for", row.actorName(), giver);
    }
}
