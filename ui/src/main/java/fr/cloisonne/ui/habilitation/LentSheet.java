package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.cloisonne.identity.habilitation.DelegationId;
import fr.cloisonne.identity.habilitation.DelegationLine;
import fr.cloisonne.ui.enamel.Sheet;
import fr.cloisonne.ui.text.Formats;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What colleagues have lent to the reader: by whom, over what, until when; each can be given back.
 */
class LentSheet extends Div {

    private final Formats formats;
    private final transient Consumer<DelegationId> giveBack;

    LentSheet(List<DelegationLine> lines, Formats formats, Consumer<DelegationId> giveBack) {
        this.formats = formats;
        this.giveBack = giveBack;
        Sheet sheet =
                new Sheet(
                        Set.of(),
                        getTranslation("rights.giver"),
                        getTranslation("rights.scope"),
                        getTranslation("rights.profile"),
                        getTranslation("absence.days"),
                        getTranslation("people.act"));
        lines.forEach(line -> row(sheet, line));
        sheet.addClassName("stacked");
        add(sheet);
    }

    private void row(Sheet sheet, DelegationLine line) {
        String giver = line.giver().name().display();
        Button back = new Button(getTranslation("rights.give-back"), press -> ask(line, giver));
        back.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        back.setAriaLabel(getTranslation("rights.give-back.of", giver));
        sheet.row(
                new Span(giver),
                new Span(PartWords.places(this, line.parts())),
                new Span(PartWords.profiles(this, line.parts())),
                new Span(
                        getTranslation(
                                "absence.from",
                                formats.day(line.first()),
                                formats.day(line.last()))),
                back);
    }

    private void ask(DelegationLine line, String giver) {
        Confirmation.ask(
                getTranslation("rights.give-back.title"),
                getTranslation("rights.give-back.text", giver),
                getTranslation("rights.give-back"),
                getTranslation("act.cancel"),
                () -> giveBack.accept(line.id()));
    }
}
