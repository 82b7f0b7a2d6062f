package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.SeeingAs;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import jakarta.annotation.security.PermitAll;

/** « Voir comme »: with whose eyes an administrator wants to see the product. */
@Route(value = "f/:firm/seeing", layout = MainLayout.class)
@PermitAll
@Needs(Right.DELEGATE)
public class SeeingView extends FirmPage {

    private final SeeingAs seeing;

    /** The page; Spring makes one for each visit. */
    public SeeingView(Reader reader, Habilitations habilitations, SeeingAs seeing) {
        super(reader, habilitations, "seeing");
        this.seeing = seeing;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        head(getTranslation("title.seeing"), getTranslation("seeing.intro"));
        add(new RightsTabs(firm, "seeing"));
        ComboBox<PersonCard> colleague = new ComboBox<>(getTranslation("rights.colleague"));
        colleague.setItems(seeing.colleagues(person, firm.shortName()));
        colleague.setItemLabelGenerator(card -> card.name().display());
        colleague.setRequiredIndicatorVisible(true);
        colleague.setErrorMessage(getTranslation("rights.colleague.missing"));
        colleague.setWidth("min(420px, 100%)");
        Button begin = new Button(getTranslation("seeing.begin"));
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        begin.addClickListener(press -> begin(person, firm, colleague));
        Div acts = new Div(begin);
        acts.addClassName("form-acts");
        add(colleague, acts);
    }

    private void begin(UserAccountId person, FirmCard firm, ComboBox<PersonCard> colleague) {
        PersonCard chosen = colleague.getValue();
        colleague.setInvalid(chosen == null);
        if (chosen != null) {
            seeing.begin(person, firm.shortName(), chosen.id());
            getUI().ifPresent(ui -> ui.getPage().setLocation("."));
        }
    }
}
