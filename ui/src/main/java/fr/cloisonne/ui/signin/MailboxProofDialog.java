package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinRequest;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.account.AskedTooOftenException;
import fr.cloisonne.identity.account.MailboxProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.ui.enamel.Notice;

/**
 * Sends whoever has neither password nor second factor a link to their mailbox, then does the one
 * act that waited for it.
 */
class MailboxProofDialog extends Dialog {

    private final Runnable act;
    private final Div said = new Div();
    private final Button send = new Button();
    private final Button goOn = new Button();

    MailboxProofDialog(MailboxProof proof, UserAccountId person, Runnable act) {
        this.act = act;
        setHeaderTitle(getTranslation("proof.title"));
        setWidth("min(460px, 100vw)");
        send.setText(getTranslation("proof.mailbox.send"));
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.addClickListener(press -> send(proof, person));
        goOn.setText(getTranslation("proof.mailbox.go-on"));
        goOn.addThemeVariants(ButtonVariant.PRIMARY);
        goOn.addClickListener(press -> goOn());
        goOn.setVisible(false);
        add(new Paragraph(getTranslation("proof.mailbox.why")), said);
        getFooter().add(new Button(getTranslation("act.cancel"), press -> close()), send, goOn);
    }

    private void send(MailboxProof proof, UserAccountId person) {
        said.removeAll();
        try {
            proof.ask(person, VaadinRequest.getCurrent().getRemoteAddr());
            said.add(Notice.information(getTranslation("proof.mailbox.sent")));
            send.setText(getTranslation("proof.mailbox.again"));
            send.removeThemeVariants(ButtonVariant.PRIMARY);
            goOn.setVisible(true);
        } catch (AskedTooOftenException often) {
            said.add(Notice.refusal(getTranslation("recover.often")));
        }
    }

    private void goOn() {
        try {
            act.run();
            close();
        } catch (ProofNeededException notYet) {
            said.removeAll();
            said.add(Notice.refusal(getTranslation("proof.mailbox.not-yet")));
        }
    }
}
