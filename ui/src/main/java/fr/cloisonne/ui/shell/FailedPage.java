package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.identity.signin.Destination;

/** Where a page leads that failed while it was made: the reference, and the same page once more. */
@Route(value = "failure/:reference([0-9a-f]{8})", autoLayout = false)
@AnonymousAllowed
public class FailedPage extends AgainPage {

    /** The page; Spring makes one for each visit. */
    public FailedPage() {
        super("failure");
    }

    static String address(String reference, String page) {
        return "/failure/" + reference + Destination.parameter("/" + page);
    }
}
