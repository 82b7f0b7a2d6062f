package fr.cloisonne.ui.absence;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import fr.cloisonne.identity.habilitation.AbsenceWish;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.ui.enamel.DialogFoot;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import fr.cloisonne.ui.typed.Typed;

/** Hands over for some days. */
class AbsenceDialog extends Dialog {

    private final AbsenceDesk desk;
    private final StepUp stepUp;
    private final AbsenceForm form;
    private final Runnable done;
    private final Div refusal = new Div();

    AbsenceDialog(AbsenceDesk desk, StepUp stepUp, Formats formats, Runnable done) {
        this.desk = desk;
        this.stepUp = stepUp;
        this.form = new AbsenceForm(desk, formats);
        this.done = done;
        setHeaderTitle(getTranslation("absence.title", desk.firm().legalName()));
        setWidth("min(560px, 100vw)");
        add(refusal, form);
        Typed.in(this);
        DialogFoot.of(this, getTranslation("absence.begin"), this::begin);
    }

    private void begin() {
        refusal.removeAll();
        form.wish().ifPresent(wish -> stepUp.perform(() -> begin(wish)));
    }

    private void begin(AbsenceWish wish) {
        try {
            desk.begin(wish);
        } catch (DelegationRefusedException refused) {
            refusal.add(Notice.refusal(getTranslation("refused." + refused.reason().name())));
            return;
        }
        close();
        Toast.done(getTranslation("absence.begun"));
        done.run();
    }
}
