package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.identity.signin.Destination;

/** Where a page leads that took too long while it was made. */
@Route(value = "busy/:reference([0-9a-f]{8})", autoLayout = false)
@AnonymousAllowed
public class BusyPage extends AgainPage {

    /** The page; Spring makes one for each visit. */
    public BusyPage() {
        super("busy");
    }

    static String address(String reference, String page) {
        return "/busy/" + reference + Destination.parameter("/" + page);
    }
}
