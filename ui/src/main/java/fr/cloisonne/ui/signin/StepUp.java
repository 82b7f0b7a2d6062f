package fr.cloisonne.ui.signin;

import fr.cloisonne.identity.account.MailboxProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.identity.signin.Proving;
import fr.cloisonne.ui.shell.Reader;
import org.springframework.stereotype.Component;

/**
 * Does sensitive acts: at once where the person has shown lately who they are, and otherwise once
 * they have, in a dialog over the page, which keeps all that was typed.
 */
@Component
public class StepUp {

    private final Reader reader;
    private final Proving proving;
    private final MailboxProof mailbox;

    StepUp(Reader reader, Proving proving, MailboxProof mailbox) {
        this.reader = reader;
        this.mailbox = mailbox;
        this.proving = proving;
    }

    /** Does the act, which asks for a fresh proof before it changes anything. */
    public void perform(Runnable act) {
        try {
            act.run();
        } catch (ProofNeededException needed) {
            if (mailbox.isOnlyWay(reader.person())) {
                new MailboxProofDialog(mailbox, reader.person(), act).open();
            } else {
                new ProofDialog(proving, reader.person(), act).open();
            }
        }
    }
}
