package fr.cloisonne.ui.enamel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;

/**
 * The foot of a dialog with a form: the way out, and the one act it is there for. A slip of the
 * mouse beside the dialog does not lose what was typed.
 */
public final class DialogFoot {

    private DialogFoot() {}

    /**
     * Gives a dialog its foot.
     *
     * @param dialog with its fields
     * @param act words of the button
     * @param press does the act, and closes the dialog if that went well
     * @param beside further buttons, between the two
     * @return the act's button
     */
    public static Button of(Dialog dialog, String act, Runnable press, Component... beside) {
        Button primary = FormAct.primary(act, dialog, press);
        dialog.getFooter()
                .add(new Button(dialog.getTranslation("act.cancel"), out -> dialog.close()));
        dialog.getFooter().add(beside);
        dialog.getFooter().add(primary);
        dialog.setCloseOnOutsideClick(false);
        return primary;
    }
}
