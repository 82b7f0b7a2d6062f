package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.Substitute;
import fr.cloisonne.identity.habilitation.Substitutes;
import fr.cloisonne.identity.habilitation.Substitution;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who administers the firm provisionally if those who do it lastingly no longer can. */
class SubstituteBlock extends Div {

    private final Substitution substitution;
    private final Substitutes substitutes;
    private final StepUp stepUp;
    private final Formats formats;
    private final UserAccountId person;
    private final FirmCard firm;
    private final ComboBox<PersonCard> chosen = new ComboBox<>();

    SubstituteBlock(
            Substitution substitution,
            Substitutes substitutes,
            StepUp stepUp,
            Formats formats,
            UserAccountId person,
            FirmCard firm,
            List<PersonCard> colleagues) {
        this.substitution = substitution;
        this.substitutes = substitutes;
        this.stepUp = stepUp;
        this.formats = formats;
        this.person = person;
        this.firm = firm;
        chosen.setLabel(getTranslation("rights.colleague"));
        chosen.setItems(colleagues);
        chosen.setItemLabelGenerator(card -> card.name().display());
        chosen.setErrorMessage(getTranslation("rights.colleague.missing"));
        chosen.setWidth("min(420px, 100%)");
        show();
    }

    private void show() {
        removeAll();
        Paragraph intro = new Paragraph(getTranslation("substitute.intro"));
        intro.addClassName("quiet");
        add(intro);
        Optional<Substitute> now = substitutes.of(person, firm.shortName());
        now.ifPresent(one -> add(new Paragraph(said(one))));
        Button name = new Button(getTranslation("substitute.name"), press -> name());
        Div acts = new Div(chosen, name);
        acts.addClassNames("acts", "bottom");
        now.ifPresent(one -> acts.add(end()));
        add(acts);
    }

    private Button end() {
        Button end =
                new Button(
                        getTranslation("substitute.end"),
                        press -> attempt(() -> substitution.end(person, firm.shortName())));
        end.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        return end;
    }

    private void name() {
        PersonCard one = chosen.getValue();
        chosen.setInvalid(one == null);
        if (one != null) {
            stepUp.perform(
                    () -> attempt(() -> substitution.name(person, firm.shortName(), one.id())));
        }
    }

    private void attempt(Runnable act) {
        try {
            act.run();
            show();
        } catch (DelegationRefusedException refused) {
            Toast.refusal(getTranslation("refused." + refused.reason().name()));
        }
    }

    private String said(Substitute one) {
        Instant effective = one.effective();
        return getTranslation(
                "substitute.state." + one.state().name(),
                one.person().name().display(),
                effective == null ? "" : formats.moment(effective),
                formats.day(one.last()));
    }
}
