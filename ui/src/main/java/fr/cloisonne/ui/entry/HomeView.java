package fr.cloisonne.ui.entry;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.identity.registration.Registration;
import fr.cloisonne.ui.portfolio.PortfolioView;
import fr.cloisonne.ui.shell.DoorPage;
import fr.cloisonne.ui.shell.Reader;

/**
 * The first page: for whoever is signed in their portfolio, for others what this is, and the door.
 */
@Route(value = "", autoLayout = false)
@AnonymousAllowed
public class HomeView extends DoorPage implements BeforeEnterObserver {

    private final transient Reader reader;
    private final transient Registration registration;

    /** The page; Spring makes one for each visit. */
    public HomeView(Reader reader, Registration registration) {
        super("welcome");
        this.reader = reader;
        this.registration = registration;
        addClassName("wide");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (reader.isSignedIn()) {
            event.rerouteTo(PortfolioView.class);
            return;
        }
        Anchor signIn = new Anchor("sign-in", getTranslation("welcome.sign-in"));
        signIn.addClassNames("plain-act", "first");
        Div acts = new Div(signIn);
        acts.addClassName("acts");
        if (registration.open()) {
            Anchor register = new Anchor("register", getTranslation("welcome.register"));
            register.addClassName("plain-act");
            acts.add(register);
        }
        UnorderedList points =
                new UnorderedList(
                        new ListItem(getTranslation("welcome.point.rights")),
                        new ListItem(getTranslation("welcome.point.verdict")),
                        new ListItem(getTranslation("welcome.point.apart")));
        tell(new Paragraph(getTranslation("welcome.text")), points, acts, help());
    }

    private Section help() {
        Section help =
                new Section(
                        new H2(getTranslation("welcome.help")),
                        new Paragraph(getTranslation("welcome.help.activation")),
                        new Paragraph(
                                new Anchor("recover", getTranslation("welcome.help.recover"))));
        help.setId("help");
        help.addClassName("block");
        return help;
    }
}
