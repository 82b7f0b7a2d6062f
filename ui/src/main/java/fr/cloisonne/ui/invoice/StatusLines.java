package fr.cloisonne.ui.invoice;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.invoicing.StatusChangeLine;
import fr.cloisonne.ui.enamel.FamilyEnamel;
import fr.cloisonne.ui.text.Formats;
import java.util.List;

/** What happened to an invoice, one line a change: the status, who brought it, when. */
class StatusLines extends UnorderedList {

    StatusLines(List<StatusChangeLine> changes, Formats formats) {
        addClassName("lines");
        changes.forEach(change -> add(line(change, formats)));
    }

    private ListItem line(StatusChangeLine change, Formats formats) {
        Span who = new Span(actor(change));
        who.addClassName("grow");
        String reason = change.reason();
        if (reason != null && !reason.isBlank()) {
            who.add(" · " + reason);
        }
        Span when = new Span(formats.moment(change.at()));
        when.addClassName("when");
        return new ListItem(FamilyEnamel.status(change.status()), who, when);
    }

    private String actor(StatusChangeLine change) {
        PersonCard actor = change.actor();
        PersonCard giver = change.onBehalfOf();
        if (actor == null) {
            return getTranslation("actor.system");
        }
        return giver == null
                ? actor.name().display()
                : getTranslation("actor.for", actor.name().display(), giver.name().display());
    }
}
