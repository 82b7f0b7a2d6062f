package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.identity.signin.Destination;
import java.util.Optional;

/** Where a page leads that failed while it was made: the reference, and the same page once more. */
@Route(value = "failure/:reference([0-9a-f]{8})", autoLayout = false)
@AnonymousAllowed
public class FailedPage extends RefusalPage implements BeforeEnterObserver {

    /** The page; Spring makes one for each visit. */
    public FailedPage() {
        super("failure");
    }

    static String address(String reference, String page) {
        return "/failure/" + reference + Destination.parameter("/" + page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        tell(event.getRouteParameters().get("reference").orElseThrow());
        Optional<Destination> page =
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter(Destination.PARAMETER)
                        .flatMap(Destination::tryParse);
        page.map(Destination::path).map(this::again).ifPresent(this::offer);
    }

    private Anchor again(String path) {
        Anchor again = new Anchor(path, getTranslation("failure.again"));
        again.setRouterIgnore(true);
        return again;
    }
}
