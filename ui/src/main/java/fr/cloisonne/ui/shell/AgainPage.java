package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import fr.cloisonne.identity.signin.Destination;
import java.util.Optional;

/** A refusal with a reference, and the same page once more. */
abstract class AgainPage extends RefusalPage implements BeforeEnterObserver {

    AgainPage(String name) {
        super(name);
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
