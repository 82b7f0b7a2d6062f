package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;

/** Gives a colleague rights: for a time in one's own place, or for good. */
class RightsDialog extends Dialog {

    private final RightsDesk desk;
    private final StepUp stepUp;
    private final RightsForm form;
    private final boolean delegation;
    private final Runnable done;
    private final Div refusal = new Div();

    RightsDialog(
            RightsDesk desk, StepUp stepUp, Formats formats, boolean delegation, Runnable done) {
        this.desk = desk;
        this.stepUp = stepUp;
        this.form = new RightsForm(desk, formats, delegation);
        this.delegation = delegation;
        this.done = done;
        setHeaderTitle(
                getTranslation(
                        delegation ? "rights.delegate.title" : "rights.grant.title",
                        desk.firm().legalName()));
        setWidth("min(520px, 100vw)");
        add(refusal, form);
        Button cancel = new Button(getTranslation("act.cancel"), press -> close());
        Button give =
                new Button(
                        getTranslation(delegation ? "rights.delegate" : "rights.grant"),
                        press -> give());
        give.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(cancel, give);
    }

    private void give() {
        refusal.removeAll();
        form.wish().ifPresent(wish -> stepUp.perform(() -> give(wish)));
    }

    private void give(RightsForm.Wish wish) {
        RightsDesk.attempt(this, () -> act(wish))
                .ifPresentOrElse(words -> refusal.add(Notice.refusal(words)), this::given);
    }

    private void act(RightsForm.Wish wish) {
        if (delegation) {
            desk.delegate(wish);
        } else {
            desk.grant(wish);
        }
    }

    private void given() {
        close();
        Toast.done(getTranslation(delegation ? "rights.delegated" : "rights.granted"));
        done.run();
    }
}
