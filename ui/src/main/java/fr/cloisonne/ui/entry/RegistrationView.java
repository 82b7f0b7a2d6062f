package fr.cloisonne.ui.entry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.identity.account.AskedTooOftenException;
import fr.cloisonne.identity.registration.CompanyRefusedException;
import fr.cloisonne.identity.registration.Registration;
import fr.cloisonne.identity.registration.RegistrationForm;
import fr.cloisonne.notification.DemonstrationMailbox;
import fr.cloisonne.ui.enamel.FormAct;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.DoorPage;
import fr.cloisonne.ui.text.Translations;
import org.springframework.beans.factory.ObjectProvider;

/** Registration; what follows is the same for every address and every structure. */
@Route(value = "register", autoLayout = false)
@AnonymousAllowed
public class RegistrationView extends DoorPage implements BeforeEnterObserver {

    private final transient Registration registration;
    private final transient ObjectProvider<DemonstrationMailbox> mailbox;
    private final Translations words;
    private String origin = "";

    /** The page; Spring makes one for each visit. */
    public RegistrationView(
            Registration registration,
            ObjectProvider<DemonstrationMailbox> mailbox,
            Translations words) {
        super("register");
        this.registration = registration;
        this.mailbox = mailbox;
        this.words = words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        origin = origin();
        if (registration.open()) {
            form();
        } else {
            tell(Notice.information(getTranslation("register.off")), back());
        }
    }

    private void form() {
        RegistrationFields fields = new RegistrationFields(words);
        Div refusal = new Div();
        Button send =
                FormAct.primary(
                        getTranslation("register.send"),
                        fields,
                        () -> {
                            refusal.removeAll();
                            fields.form().ifPresent(form -> register(form, fields, refusal));
                        });
        tell(new Paragraph(getTranslation("register.text")), refusal, fields, send, back());
    }

    private void register(RegistrationForm form, RegistrationFields fields, Div refusal) {
        try {
            registration.register(form, getLocale(), origin);
            sent(form.email().typed());
        } catch (CompanyRefusedException refused) {
            fields.refuseCompany(
                    getTranslation(
                            refused.closed() ? "register.company.closed" : "register.company"));
        } catch (AskedTooOftenException often) {
            refusal.add(Notice.refusal(getTranslation("recover.often")));
        }
    }

    private void sent(String email) {
        Div next = new Div(new Anchor("recover", getTranslation("register.sent.again")));
        mailbox.ifAvailable(there -> next.add(demonstrationMailbox()));
        tellUnder(
                getTranslation("register.sent"),
                new Paragraph(getTranslation("register.sent.text", email)),
                new Paragraph(getTranslation("register.sent.next")),
                next);
    }

    private Paragraph demonstrationMailbox() {
        return new Paragraph(new Anchor("mailbox", getTranslation("mailbox.open")));
    }

    private Anchor back() {
        return new Anchor("sign-in", getTranslation("register.known"));
    }
}
