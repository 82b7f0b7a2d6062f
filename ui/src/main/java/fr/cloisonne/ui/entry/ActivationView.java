package fr.cloisonne.ui.entry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.account.AccountOpening;
import fr.cloisonne.identity.account.ActivationOffer;
import fr.cloisonne.identity.account.LinkRefusedException;
import fr.cloisonne.identity.account.LinkState;
import fr.cloisonne.identity.account.PasswordPolicy;
import fr.cloisonne.identity.account.PasswordRefusedException;
import fr.cloisonne.identity.membership.InvitationAnswers;
import fr.cloisonne.identity.membership.InvitationRefusedException;
import fr.cloisonne.identity.signin.Destination;
import fr.cloisonne.ui.enamel.FormAct;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.DoorPage;
import fr.cloisonne.ui.shell.Toast;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an activation link leads: the password is chosen here, and the account opens. */
@Route(value = "activate", autoLayout = false)
@AnonymousAllowed
public class ActivationView extends DoorPage implements BeforeEnterObserver {

    private final transient AccountOpening opening;
    private final transient PasswordPolicy policy;
    private final transient InvitationAnswers answers;

    /** The page; Spring makes one for each visit. */
    public ActivationView(
            AccountOpening opening, PasswordPolicy policy, InvitationAnswers answers) {
        super("activate");
        this.opening = opening;
        this.policy = policy;
        this.answers = answers;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String secret = event.getLocation().getQueryParameters().getSingleParameter("t").orElse("");
        ActivationOffer offer = opening.offer(secret);
        PersonName name = offer.name();
        if (name == null) {
            refuse(secret, offer.state(), offer);
        } else {
            offer(secret, offer, name);
        }
    }

    private void offer(String secret, ActivationOffer offer, PersonName given) {
        String firm = offer.invitedInto();
        NameFields name = new NameFields(given);
        name.setVisible(firm != null);
        PasswordChoice password = new PasswordChoice(policy, offer.context());
        Div fields = new Div(name, password);
        fields.addClassName("fields");
        Button open =
                FormAct.primary(
                        getTranslation(firm == null ? "activate.act" : "activate.invited.act"),
                        fields,
                        () -> open(secret, name, password, offer));
        Div acts = new Div(open);
        acts.addClassName("acts");
        if (firm != null) {
            acts.add(decline(secret, firm, offer));
        }
        tell(new Paragraph(words(firm, given, String.valueOf(offer.email()))), fields, acts);
    }

    private Button decline(String secret, String firm, ActivationOffer offer) {
        return new Button(
                getTranslation("invitations.decline"),
                press -> {
                    ConfirmDialog dialog =
                            new ConfirmDialog(
                                    getTranslation("invitations.decline.title", firm),
                                    getTranslation("invitations.decline.text", firm),
                                    getTranslation("invitations.decline"),
                                    yes ->
                                            answer(
                                                    secret,
                                                    offer,
                                                    () -> answers.decline(secret),
                                                    "activate.declined"));
                    dialog.setCancelable(true);
                    dialog.setCancelText(getTranslation("act.cancel"));
                    dialog.open();
                });
    }

    /** An answer other than yes, and what it leads to. */
    private void answer(String secret, ActivationOffer offer, Runnable give, String done) {
        try {
            give.run();
            tellUnder(
                    getTranslation(done),
                    Notice.information(getTranslation(done + ".text", offer.invitedInto())));
        } catch (InvitationRefusedException otherwise) {
            ActivationOffer now = opening.offer(secret);
            refuse(secret, now.state(), now);
        }
    }

    private void open(
            String secret, NameFields name, PasswordChoice password, ActivationOffer offer) {
        Optional<PersonName> said = name.name();
        try {
            password.chosen()
                    .ifPresent(chosen -> said.ifPresent(own -> use(secret, own, chosen, offer)));
        } catch (PasswordRefusedException holdsTheName) {
            Toast.refusal(getTranslation("password.refused"));
        }
    }

    private String words(@Nullable String firm, PersonName name, String email) {
        return firm == null
                ? getTranslation("activate.text", name.display(), email)
                : getTranslation("activate.invited", firm, email);
    }

    private void use(String secret, PersonName name, String password, ActivationOffer offer) {
        String firm = offer.invitedInto();
        try {
            opening.use(secret, name, password);
            tellUnder(
                    getTranslation("activate.done"),
                    Notice.information(
                            firm == null
                                    ? getTranslation("activate.done.text")
                                    : getTranslation("activate.invited.done.text", firm)),
                    signIn(offer));
        } catch (LinkRefusedException refused) {
            ActivationOffer now = opening.offer(secret);
            refuse(secret, now.state() == LinkState.OPEN ? refused.state() : now.state(), now);
        }
    }

    private void refuse(String secret, LinkState state, ActivationOffer offer) {
        String firm = offer.invitedInto();
        if (firm != null) {
            tell(
                    Notice.refusal(getTranslation("activate.invited." + state.name(), firm)),
                    state == LinkState.EXPIRED ? want(secret, offer) : signIn(offer));
        } else {
            tell(
                    LinkWords.refusal(this, state),
                    state == LinkState.USED
                            ? signIn(offer)
                            : new Anchor("recover", getTranslation("link.again")));
        }
    }

    private Button want(String secret, ActivationOffer offer) {
        Button want =
                new Button(
                        getTranslation("invitations.want"),
                        press ->
                                answer(
                                        secret,
                                        offer,
                                        () -> answers.want(secret),
                                        "activate.wanted"));
        want.addThemeVariants(ButtonVariant.PRIMARY);
        want.setDisableOnClick(true);
        return want;
    }

    /** Leads on, in this browser too, to the page that was asked for in another. */
    private Anchor signIn(ActivationOffer offer) {
        String page = offer.page();
        Anchor signIn =
                new Anchor(
                        "/sign-in" + (page == null ? "" : Destination.parameter(page)),
                        getTranslation("welcome.sign-in"));
        signIn.setRouterIgnore(true);
        return signIn;
    }
}
