package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.tenancy.value.TenantUnavailableException;
import fr.cloisonne.tenancy.value.TenantUnavailableException.Reason;

/**
 * A client company that one may enter, but that is not open now: an upgrade is under way, or its
 * own has failed. The others are not touched by it.
 */
@AnonymousAllowed
public class UnavailableView extends RefusalPage
        implements HasErrorParameter<TenantUnavailableException> {

    /** The page, one for each refusal. */
    public UnavailableView() {
        super("unavailable");
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<TenantUnavailableException> error) {
        boolean closed = error.getException().reason() == Reason.CLOSED;
        tellAs(closed ? "closed" : "unavailable");
        if (!closed) {
            Anchor again =
                    new Anchor(
                            "/" + event.getLocation().getPathWithQueryParameters(),
                            getTranslation("failure.again"));
            again.setRouterIgnore(true);
            offer(again);
        }
        return 503;
    }
}
