package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.habilitation.HeldRight;
import fr.cloisonne.identity.habilitation.HeldRights;
import fr.cloisonne.identity.habilitation.Level;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.enamel.Sheet;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Page;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the reader may do, firm by firm: where, by which profile, from whom, until when. */
@Route(value = "rights", layout = MainLayout.class)
@PermitAll
public class OwnRightsView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final Reader reader;
    private final transient HeldRights rights;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    OwnRightsView(Reader reader, HeldRights rights, Formats formats) {
        this.reader = reader;
        this.rights = rights;
        this.formats = formats;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        head(getTranslation("title.own-rights"), getTranslation("own-rights.intro"));
        Map<FirmCard, List<HeldRight>> held = rights.of(reader.person());
        if (held.isEmpty()) {
            add(nothing(getTranslation("own-rights.none"), getTranslation("own-rights.none.next")));
        }
        if (held.values().stream().mapToInt(List::size).sum() >= HeldRights.MOST) {
            add(Notice.information(getTranslation("own-rights.more", HeldRights.MOST)));
        }
        held.forEach((firm, lines) ->
                block(firm.legalName(), lines.isEmpty() ? nothingYet(firm) : sheet(lines)));
    }

    private Component nothingYet(FirmCard firm) {
        return new Div(
                new Paragraph(getTranslation("own-rights.nothing")),
                link(getTranslation("requests.ask"), "f/" + firm.shortName() + "/requests"));
    }

    private Sheet sheet(List<HeldRight> lines) {
        Sheet sheet =
                new Sheet(
                        Set.of(),
                        getTranslation("rights.scope"),
                        getTranslation("rights.profile"),
                        getTranslation("own-rights.may"),
                        getTranslation("own-rights.from"));
        for (HeldRight line : lines) {
            sheet.row(
                    PartWords.place(this, line.part()),
                    ProfileNames.of(this, line.part()),
                    may(line.rights()),
                    source(line));
        }
        sheet.addClassName("stacked");
        return sheet;
    }

    /** The right to modify says enough where both are held. */
    private String may(Set<Right> rights) {
        if (rights.size() == Right.values().length) {
            return getTranslation("own-rights.all");
        }
        return rights.stream()
                .filter(right ->
                        right.level() == Level.MODIFY
                                || !rights.contains(Right.of(right.area(), Level.MODIFY)))
                .map(right -> getTranslation("right." + right.name()))
                .collect(Collectors.joining(", "));
    }

    private String source(HeldRight line) {
        PersonName giver = line.giver();
        LocalDate until = line.until();
        if (giver == null) {
            return until == null
                    ? getTranslation("own-rights.own")
                    : getTranslation("own-rights.own.until", formats.day(until));
        }
        return getTranslation(
                line.lent() ? "own-rights.lent" : "own-rights.provisional",
                giver.display(),
                until == null ? "" : formats.day(until));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.own-rights") + " · Cloisonné";
    }
}
