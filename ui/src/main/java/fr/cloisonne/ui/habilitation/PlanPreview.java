package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.GrantLine;
import fr.cloisonne.identity.habilitation.GrantLine.Verdict;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.enamel.Sheet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What an act on many rights would do: how many of each kind, and the first lines. */
class PlanPreview extends Div {

    private static final int SHOWN = 50;

    private final List<GrantLine> toDo;

    /**
     * A preview.
     *
     * @param kind names the texts of the act
     * @param lines what would come of it
     * @param places names by id of place
     * @param profiles names by code
     */
    PlanPreview(
            String kind,
            List<GrantLine> lines,
            Map<UserAccountId, PersonCard> people,
            Map<UUID, String> places,
            Map<String, String> profiles) {
        toDo = of(lines, Verdict.TO_DO);
        Paragraph counts =
                new Paragraph(
                        getTranslation("plan." + kind, toDo.size())
                                + " "
                                + getTranslation(
                                        "plan.idle", of(lines, Verdict.NOTHING_TO_DO).size()));
        counts.getElement().setAttribute("role", "status");
        counts.addClassName("summary");
        add(counts);
        int beyond = of(lines, Verdict.BEYOND_OWN_RIGHTS).size();
        if (beyond > 0) {
            add(Notice.refusal(getTranslation("plan.beyond", beyond)));
        }
        if (!toDo.isEmpty()) {
            Sheet sheet =
                    new Sheet(
                            Set.of(),
                            getTranslation("rights.holder"),
                            getTranslation("rights.scope"),
                            getTranslation("rights.profile"));
            toDo.stream()
                    .limit(SHOWN)
                    .forEach(line ->
                            sheet.row(
                                    name(people, line),
                                    places.getOrDefault(line.scope().place(), ""),
                                    profiles.getOrDefault(line.profile().code(), "")));
            sheet.addClassName("stacked");
            add(sheet);
        }
        if (toDo.size() > SHOWN) {
            add(new Paragraph(getTranslation("plan.more", toDo.size() - SHOWN)));
        }
    }

    int count() {
        return toDo.size();
    }

    private static List<GrantLine> of(List<GrantLine> lines, Verdict verdict) {
        return lines.stream().filter(line -> line.verdict() == verdict).toList();
    }

    private static String name(Map<UserAccountId, PersonCard> people, GrantLine line) {
        PersonCard card = people.get(line.holder());
        return card == null ? "" : card.name().display();
    }
}
