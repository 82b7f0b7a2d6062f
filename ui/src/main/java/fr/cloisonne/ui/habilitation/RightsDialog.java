package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import fr.cloisonne.ui.enamel.DialogFoot;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.Formats;
import fr.cloisonne.ui.typed.Typed;

/** Lends a colleague rights, for a time and in one's own place. */
class RightsDialog extends Dialog {

    private final RightsDesk desk;
    private final RightsForm form;
    private final Runnable done;
    private final Div refusal = new Div();

    RightsDialog(RightsDesk desk, Formats formats, Runnable done) {
        this.desk = desk;
        this.form = new RightsForm(desk, formats);
        this.done = done;
        setHeaderTitle(getTranslation("rights.delegate.title", desk.firm().legalName()));
        setWidth("min(520px, 100vw)");
        add(refusal, form);
        Typed.in(this);
        DialogFoot.of(this, getTranslation("rights.delegate"), this::give);
    }

    private void give() {
        refusal.removeAll();
        form.wish().ifPresent(wish -> desk.services().stepUp().perform(() -> give(wish)));
    }

    private void give(RightsForm.Wish wish) {
        RightsDesk.attempt(this, () -> desk.delegate(wish))
                .ifPresentOrElse(words -> refusal.add(Notice.refusal(words)), this::given);
    }

    private void given() {
        close();
        Toast.done(getTranslation("rights.delegated"));
        done.run();
    }
}
