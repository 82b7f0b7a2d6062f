package fr.cloisonne.ui.entry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.account.ActivationOffer;
import fr.cloisonne.identity.account.Activations;
import fr.cloisonne.identity.account.LinkRefusedException;
import fr.cloisonne.identity.account.LinkState;
import fr.cloisonne.identity.account.PasswordPolicy;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.DoorPage;

/** Where an activation link leads: the password is chosen here, and the account opens. */
@Route(value = "activate", autoLayout = false)
@AnonymousAllowed
public class ActivationView extends DoorPage implements BeforeEnterObserver {

    private final transient Activations activations;
    private final transient PasswordPolicy policy;

    /** The page; Spring makes one for each visit. */
    public ActivationView(Activations activations, PasswordPolicy policy) {
        super("activate");
        this.activations = activations;
        this.policy = policy;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String secret = event.getLocation().getQueryParameters().getSingleParameter("t").orElse("");
        ActivationOffer offer = activations.offer(secret);
        PersonName name = offer.name();
        if (name == null) {
            refuse(offer.state());
        } else {
            offer(secret, offer, name);
        }
    }

    private void offer(String secret, ActivationOffer offer, PersonName name) {
        PasswordChoice password = new PasswordChoice(policy, offer.context());
        Button open = new Button(getTranslation("activate.act"));
        open.addThemeVariants(ButtonVariant.PRIMARY);
        open.setDisableOnClick(true);
        open.addClickListener(press -> {
            try {
                password.chosen().ifPresent(chosen -> use(secret, chosen));
            } finally {
                open.setEnabled(true);
            }
        });
        tell(
                new Paragraph(
                        getTranslation(
                                "activate.text", name.display(), String.valueOf(offer.email()))),
                password,
                open);
    }

    private void use(String secret, String password) {
        try {
            activations.use(secret, password);
            tellUnder(
                    getTranslation("activate.done"),
                    Notice.information(getTranslation("activate.done.text")),
                    new Anchor("sign-in", getTranslation("welcome.sign-in")));
        } catch (LinkRefusedException refused) {
            refuse(refused.state());
        }
    }

    private void refuse(LinkState state) {
        tell(
                LinkWords.refusal(this, state),
                state == LinkState.USED
                        ? new Anchor("sign-in", getTranslation("welcome.sign-in"))
                        : new Anchor("recover", getTranslation("link.again")));
    }
}
