package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.UUID;

/** The last part of an address that names one thing; what is not an id is an unknown address. */
public final class AddressedId {

    private AddressedId() {}

    /** The id in the route parameter {@code id}. */
    public static UUID of(BeforeEnterEvent event) {
        return of(event.getRouteParameters());
    }

    static UUID of(RouteParameters parameters) {
        try {
            return UUID.fromString(parameters.get("id").orElse(""));
        } catch (IllegalArgumentException none) {
            throw new NotFoundException();
        }
    }
}
