package fr.cloisonne.ui.absence;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.Substitute;
import fr.cloisonne.identity.habilitation.Substitution;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import java.time.Instant;

/** What the substitute of a firm can do: accept beforehand, say that the day has come, prolong. */
class SubstituteDuty extends Div {

    private static final int REASON_LENGTH = 500;

    private final Substitution substitution;
    private final StepUp stepUp;
    private final UserAccountId person;
    private final Runnable changed;

    SubstituteDuty(
            Substitution substitution,
            StepUp stepUp,
            Formats formats,
            UserAccountId person,
            Substitute duty,
            Runnable changed) {
        this.substitution = substitution;
        this.stepUp = stepUp;
        this.person = person;
        this.changed = changed;
        Instant effective = duty.effective();
        add(
                new Paragraph(
                        getTranslation(
                                "substitute.duty." + duty.state().name(),
                                duty.firm().legalName(),
                                effective == null ? "" : formats.moment(effective),
                                formats.day(duty.last()))),
                acts(duty));
    }

    private Div acts(Substitute duty) {
        FirmShortName firm = duty.firm().shortName();
        Div acts = new Div();
        acts.addClassNames("acts", "bottom");
        switch (duty.state()) {
            case NAMED ->
                    acts.add(button("substitute.accept", () -> substitution.accept(person, firm)));
            case ACCEPTED -> claim(acts, firm);
            case ADMINISTERS -> {
                if (duty.renewable()) {
                    acts.add(button("substitute.renew", () -> substitution.renew(person, firm)));
                }
            }
            case CLAIMED -> {}
        }
        acts.add(button("substitute.give-up", () -> substitution.end(person, firm)));
        return acts;
    }

    private void claim(Div acts, FirmShortName firm) {
        TextField reason = new TextField(getTranslation("substitute.reason"));
        reason.setMaxLength(REASON_LENGTH);
        reason.setWidth("min(420px, 100%)");
        acts.add(
                reason,
                button(
                        "substitute.claim",
                        () -> substitution.claim(person, firm, reason.getValue())));
    }

    private Button button(String text, Runnable act) {
        return new Button(getTranslation(text), press -> stepUp.perform(() -> attempt(act)));
    }

    private void attempt(Runnable act) {
        try {
            act.run();
            changed.run();
        } catch (DelegationRefusedException refused) {
            Toast.refusal(getTranslation("refused." + refused.reason().name()));
        }
    }
}
