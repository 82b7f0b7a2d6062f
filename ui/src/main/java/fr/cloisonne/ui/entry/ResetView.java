package fr.cloisonne.ui.entry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.identity.account.LinkRefusedException;
import fr.cloisonne.identity.account.LinkState;
import fr.cloisonne.identity.account.PasswordPolicy;
import fr.cloisonne.identity.account.PasswordReset;
import fr.cloisonne.ui.enamel.FormAct;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.DoorPage;

/** Where a reset link leads: another password, and then the sign-in page like everybody. */
@Route(value = "reset", autoLayout = false)
@AnonymousAllowed
public class ResetView extends DoorPage implements BeforeEnterObserver {

    private final transient PasswordReset reset;
    private final transient PasswordPolicy policy;

    /** The page; Spring makes one for each visit. */
    public ResetView(PasswordReset reset, PasswordPolicy policy) {
        super("reset");
        this.reset = reset;
        this.policy = policy;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String secret = event.getLocation().getQueryParameters().getSingleParameter("t").orElse("");
        LinkState state = reset.state(secret);
        if (state == LinkState.OPEN) {
            offer(secret);
        } else {
            refuse(state);
        }
    }

    private void offer(String secret) {
        PasswordChoice password =
                new PasswordChoice(policy, reset.context(secret), reset.besideAFactor(secret));
        Button change =
                FormAct.primary(
                        getTranslation("reset.act"),
                        password,
                        () -> password.chosen().ifPresent(chosen -> use(secret, chosen)));
        tell(new Paragraph(getTranslation("reset.text")), password, change);
    }

    private void use(String secret, String password) {
        try {
            reset.use(secret, password);
            tellUnder(
                    getTranslation("reset.done"),
                    Notice.information(getTranslation("reset.done.text")),
                    new Anchor("sign-in", getTranslation("welcome.sign-in")));
        } catch (LinkRefusedException refused) {
            refuse(refused.state());
        }
    }

    private void refuse(LinkState state) {
        tell(LinkWords.refusal(this, state), new Anchor("recover", getTranslation("link.again")));
    }
}
