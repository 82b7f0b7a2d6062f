package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.account.LinkRefusedException;
import fr.cloisonne.identity.account.LinkState;
import fr.cloisonne.identity.account.MailboxProof;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.DoorPage;
import fr.cloisonne.ui.shell.Reader;
import jakarta.annotation.security.PermitAll;

/** Where the link leads by which a person without a password proves who they are. */
@Route(value = "proof", autoLayout = false)
@PermitAll
public class MailboxProofView extends DoorPage implements BeforeEnterObserver {

    private final transient MailboxProof proof;
    private final Reader reader;

    /** The page; Spring makes one for each visit. */
    public MailboxProofView(MailboxProof proof, Reader reader) {
        super("mailbox-proof");
        this.proof = proof;
        this.reader = reader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String secret = event.getLocation().getQueryParameters().getSingleParameter("t").orElse("");
        if (proof.state(secret) != LinkState.OPEN) {
            tell(Notice.refusal(getTranslation("proof.mailbox.over")));
            return;
        }
        Button confirm = new Button(getTranslation("proof.mailbox.act"), press -> use(secret));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        tell(new Paragraph(getTranslation("proof.mailbox.text")), confirm);
    }

    private void use(String secret) {
        try {
            tell(
                    proof.use(reader.person(), secret)
                            ? Notice.information(getTranslation("proof.mailbox.done"))
                            : Notice.refusal(getTranslation("proof.mailbox.elsewhere")));
        } catch (LinkRefusedException over) {
            tell(Notice.refusal(getTranslation("proof.mailbox.over")));
        }
    }
}
