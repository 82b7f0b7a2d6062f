package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import fr.cloisonne.ui.enamel.DialogFoot;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Toast;

/** Fields that are kept by one who has proven themselves; a refusal stands above them. */
abstract class EditDialog extends Dialog {

    private final RightsDesk desk;
    private final String saved;
    private final Runnable done;
    private final Div refusal = new Div();

    /** A dialog after which a text is said. */
    EditDialog(RightsDesk desk, String saved, Runnable done) {
        this.desk = desk;
        this.saved = saved;
        this.done = done;
        setWidth("min(520px, 100vw)");
        add(refusal);
        DialogFoot.of(
                this,
                getTranslation("act.save"),
                () -> desk.services().stepUp().perform(this::save));
    }

    /** Keeps what stands in the fields. */
    abstract void write();

    RightsDesk desk() {
        return desk;
    }

    private void save() {
        refusal.removeAll();
        RightsDesk.attempt(this, this::write)
                .ifPresentOrElse(words -> refusal.add(Notice.refusal(words)), this::saved);
    }

    private void saved() {
        close();
        Toast.done(getTranslation(saved));
        done.run();
    }
}
