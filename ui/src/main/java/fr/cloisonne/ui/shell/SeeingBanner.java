package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.SeeingAs;
import java.util.Optional;

/** Says on every page with whose eyes the reader sees it, and leads out by one click. */
class SeeingBanner extends Div {

    private final SeeingAs seeing;

    SeeingBanner(SeeingAs seeing) {
        this.seeing = seeing;
        addClassName("banner");
        setVisible(false);
    }

    /** Tells whether it says anything. */
    boolean show(UserAccountId person) {
        removeAll();
        Optional<PersonCard> colleague = seeing.now(person);
        colleague.ifPresent(card -> say(person, card));
        setVisible(colleague.isPresent());
        return colleague.isPresent();
    }

    private void say(UserAccountId person, PersonCard colleague) {
        Button leave = new Button(getTranslation("seeing.leave"), press -> leave(person));
        leave.addThemeVariants(ButtonVariant.SMALL);
        Paragraph words =
                new Paragraph(getTranslation("seeing.banner", colleague.name().display()));
        words.addClassName("grow");
        Div notice = new Div(words, leave);
        notice.addClassNames("notice", "slate", "seeing");
        notice.getElement().setAttribute("role", "status");
        add(notice);
    }

    private void leave(UserAccountId person) {
        seeing.end(person);
        getUI().ifPresent(ui -> ui.getPage().setLocation("."));
    }
}
