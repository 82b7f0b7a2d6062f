package fr.cloisonne.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.signin.FactorNeededException;
import fr.cloisonne.identity.signin.FactorUse;
import fr.cloisonne.identity.signin.SecondFactors;
import fr.cloisonne.ui.enamel.Facts;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One person at the factors of their account: each change asks first for a fresh proof. */
class FactorDesk {

    private final UserAccountId person;
    private final SecondFactors factors;
    private final StepUp stepUp;
    private final Formats formats;
    private final Runnable changed;

    FactorDesk(
            UserAccountId person,
            SecondFactors factors,
            StepUp stepUp,
            Formats formats,
            Runnable changed) {
        this.person = person;
        this.factors = factors;
        this.stepUp = stepUp;
        this.formats = formats;
        this.changed = changed;
    }

    UserAccountId person() {
        return person;
    }

    SecondFactors factors() {
        return factors;
    }

    void perform(Runnable act) {
        stepUp.perform(act);
    }

    /** A factor was added: its recovery codes are shown, if it brought any. */
    void added(List<String> codes) {
        if (codes.isEmpty()) {
            changed.run();
        } else {
            new RecoveryCodesDialog(codes, changed).open();
        }
    }

    /** Asks before something is removed, then for the proof, then does it. */
    void remove(Component page, String title, String text, Runnable removal) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(title);
        dialog.setText(text);
        dialog.setCancelable(true);
        dialog.setCancelText(page.getTranslation("act.cancel"));
        dialog.setConfirmText(page.getTranslation("account.remove"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirmed -> perform(() -> end(page, removal)));
        dialog.open();
    }

    private void end(Component page, Runnable removal) {
        try {
            removal.run();
            Toast.done(page.getTranslation("account.removed"));
            changed.run();
        } catch (FactorNeededException needed) {
            Toast.refusal(page.getTranslation("account.needed"));
        }
    }

    Facts use(Component page, FactorUse use) {
        return new Facts()
                .with(page.getTranslation("account.added"), moment(use.added()))
                .with(page.getTranslation("account.used"), moment(use.lastUsed()));
    }

    String moment(@Nullable Instant at) {
        return at == null ? "" : formats.moment(at);
    }
}
