package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks once more before what takes effect at once and cannot be called back by a click. */
final class Confirmation {

    private Confirmation() {}

    static void ask(String title, String text, String act, String cancel, Runnable confirmed) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(title);
        dialog.setText(text);
        dialog.setCancelable(true);
        dialog.setCancelText(cancel);
        dialog.setConfirmText(act);
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirm -> confirmed.run());
        dialog.open();
    }
}
