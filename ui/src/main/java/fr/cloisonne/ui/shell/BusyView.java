package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.dao.TransientDataAccessException;

/**
 * The database took too long, or two acts stood in each other's way: nothing was done, and the same
 * page can be asked for again.
 */
@AnonymousAllowed
public class BusyView extends RefusalPage
        implements HasErrorParameter<TransientDataAccessException> {

    /** The page, one for each time. */
    public BusyView() {
        super("busy");
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<TransientDataAccessException> error) {
        String reference = Failures.logged(error.getException());
        tell(reference);
        if (event.getTrigger() == NavigationTrigger.PAGE_LOAD) {
            String page = event.getLocation().getPathWithQueryParameters();
            event.getUI()
                    .getPage()
                    .executeJs("location.replace($0)", BusyPage.address(reference, page));
        }
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
}
