package fr.cloisonne.ui.audit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.server.Command;
import fr.cloisonne.identity.audit.JournalVerdict;
import fr.cloisonne.identity.signin.SignedInSessions;
import fr.cloisonne.ui.shell.Toast;

/** Has the journal read again in the background; the page stays alive meanwhile. */
class VerifyButton extends Button {

    private final transient ReadJournal journal;
    private final transient SignedInSessions sessions;

    VerifyButton(ReadJournal journal, SignedInSessions sessions) {
        this.journal = journal;
        this.sessions = sessions;
        setText(getTranslation("audit.verify"));
        setDisableOnClick(true);
        addClickListener(press -> begin(UI.getCurrent()));
    }

    private void begin(UI ui) {
        setText(getTranslation("audit.verifying"));
        Thread.ofVirtual().name("verify").start(sessions.carrying(() -> verify(ui)));
    }

    private void verify(UI ui) {
        try {
            JournalVerdict verdict = journal.verify();
            journal.verified(verdict);
            show(ui, () -> tell(verdict));
        } catch (RuntimeException failure) {
            show(
                    ui,
                    () -> {
                        again();
                        throw failure;
                    });
        }
    }

    /** The page may be gone by now; then nobody waits. */
    private static void show(UI ui, Command words) {
        var _ = ui.access(words);
    }

    private void tell(JournalVerdict verdict) {
        again();
        if (verdict.intact()) {
            Toast.done(getTranslation("audit.intact", verdict.rows()));
        } else {
            Toast.refusal(getTranslation("audit.broken", verdict.row(), verdict.where()));
        }
    }

    private void again() {
        setText(getTranslation("audit.verify"));
        setEnabled(true);
    }
}
