package fr.cloisonne.ui.operator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.account.LinkRefusedException;
import fr.cloisonne.identity.account.LinkState;
import fr.cloisonne.identity.account.PasswordPolicy;
import fr.cloisonne.identity.account.PasswordRefusedException;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.ui.enamel.FormAct;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.entry.PasswordChoice;
import fr.cloisonne.ui.shell.DoorPage;
import fr.cloisonne.ui.shell.Reader;
import java.util.Optional;
import java.util.Set;

/** Where the link leads that the console prints: whoever follows it is an operator. */
@Route(value = "operator/join", autoLayout = false)
@AnonymousAllowed
public class OperatorJoinView extends DoorPage implements BeforeEnterObserver {

    private final transient Operators operators;
    private final transient PasswordPolicy policy;
    private final transient Reader reader;

    /** The page; Spring makes one for each visit. */
    public OperatorJoinView(Operators operators, PasswordPolicy policy, Reader reader) {
        super("operator-join");
        this.operators = operators;
        this.policy = policy;
        this.reader = reader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String secret = event.getLocation().getQueryParameters().getSingleParameter("t").orElse("");
        Operators.Offer offer = operators.offer(secret);
        if (offer.state() != LinkState.OPEN) {
            refuse(offer.state());
        } else if (reader.isSignedIn()) {
            accept(secret);
        } else {
            form(secret, offer.email().orElse(""));
        }
    }

    private void accept(String secret) {
        Button accept =
                new Button(
                        getTranslation("operator-join.accept"),
                        press ->
                                attempt(() ->
                                        operators.join(
                                                secret,
                                                reader.person(),
                                                new EmailAddress(reader.card().email()))));
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        tell(
                new Paragraph(
                        getTranslation("operator-join.signed-in", reader.card().name().display())),
                accept);
    }

    private void form(String secret, String invited) {
        TextField email = field("signin.email", "email", 254);
        email.setValue(invited);
        email.setReadOnly(!invited.isEmpty());
        TextField given = field("register.given", "given-name", 100);
        TextField family = field("register.family", "family-name", 100);
        PasswordChoice password =
                new PasswordChoice(policy, invited.isEmpty() ? Set.of() : Set.of(invited));
        Div fields = new Div(email, given, family, password);
        fields.addClassName("fields");
        Button join =
                FormAct.primary(
                        getTranslation("operator-join.act"),
                        fields,
                        () -> join(secret, email, given, family, password));
        tell(new Paragraph(getTranslation("operator-join.text")), fields, join);
    }

    private void join(
            String secret,
            TextField email,
            TextField given,
            TextField family,
            PasswordChoice password) {
        Optional<EmailAddress> address = EmailAddress.tryParse(email.getValue());
        email.setInvalid(address.isEmpty());
        email.setErrorMessage(getTranslation("register.email.wrong"));
        Optional<PersonName> name = name(given, family);
        Optional<String> chosen = password.chosen();
        if (address.isPresent() && name.isPresent() && chosen.isPresent()) {
            attempt(() ->
                    operators.join(secret, address.get(), name.get(), getLocale(), chosen.get()));
        }
    }

    private Optional<PersonName> name(TextField given, TextField family) {
        given.setErrorMessage(getTranslation("register.name.wrong"));
        try {
            PersonName name = new PersonName(given.getValue(), family.getValue());
            given.setInvalid(false);
            return Optional.of(name);
        } catch (IllegalArgumentException wrong) {
            given.setInvalid(true);
            return Optional.empty();
        }
    }

    private TextField field(String key, String autocomplete, int longest) {
        TextField field = new TextField(getTranslation(key));
        field.setMaxLength(longest);
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        field.getElement().setAttribute("autocomplete", autocomplete);
        return field;
    }

    private void attempt(Runnable act) {
        try {
            act.run();
            tell(
                    Notice.information(getTranslation("operator-join.done")),
                    new Anchor("operator", getTranslation("title.operator")));
        } catch (LinkRefusedException refused) {
            refuse(refused.state());
        } catch (PasswordRefusedException refused) {
            add(Notice.refusal(getTranslation("password.refused")));
        }
    }

    private void refuse(LinkState state) {
        tell(Notice.refusal(getTranslation("operator-join." + state.name())));
    }
}
