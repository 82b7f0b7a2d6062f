package fr.cloisonne.ui.entry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.account.AskedTooOftenException;
import fr.cloisonne.identity.account.WayIn;
import fr.cloisonne.ui.enamel.FormAct;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.DoorPage;

/** For whoever cannot sign in: one field, one mail, and one answer whatever the address. */
@Route(value = "recover", autoLayout = false)
@AnonymousAllowed
public class RecoverView extends DoorPage implements BeforeEnterObserver {

    private final transient WayIn wayIn;
    private String origin = "";

    /** The page; Spring makes one for each visit. */
    public RecoverView(WayIn wayIn) {
        super("recover");
        this.wayIn = wayIn;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        origin = origin();
        TextField email = new TextField(getTranslation("signin.email"));
        email.getElement().setAttribute("autocomplete", "username");
        email.setMaxLength(254);
        email.setManualValidation(true);
        email.setRequiredIndicatorVisible(true);
        email.setAutofocus(true);
        Div refusal = new Div();
        email.setErrorMessage(getTranslation("register.email.wrong"));
        Div fields = new Div(email);
        fields.addClassName("fields");
        Button send =
                FormAct.primary(
                        getTranslation("recover.act"),
                        fields,
                        () -> {
                            refusal.removeAll();
                            var address = EmailAddress.tryParse(email.getValue());
                            email.setInvalid(address.isEmpty());
                            address.ifPresent(whole -> ask(whole, refusal));
                        });
        tell(
                new Paragraph(getTranslation("recover.text")),
                refusal,
                fields,
                send,
                new Anchor("sign-in", getTranslation("recover.back")));
    }

    private void ask(EmailAddress email, Div refusal) {
        try {
            wayIn.ask(email, getLocale(), origin);
            tellUnder(
                    getTranslation("register.sent"),
                    new Paragraph(getTranslation("recover.sent", email.typed())),
                    new Paragraph(getTranslation("register.sent.next")),
                    new Anchor("sign-in", getTranslation("recover.back")));
        } catch (AskedTooOftenException often) {
            refusal.add(Notice.refusal(getTranslation("recover.often")));
        }
    }
}
