package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/**
 * Anything that nobody foresaw: a reference to quote, the cause in the log alone. Where a whole
 * page was asked for, its answer has left as a good one before the view was made; so the browser
 * goes on to a page that has the status of a failure, for whoever counts them.
 */
@AnonymousAllowed
public class FailureView extends RefusalPage implements HasErrorParameter<Exception> {

    /** The page, one for each failure. */
    public FailureView() {
        super("failure");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        String reference = Failures.logged(error.getException());
        tell(reference);
        if (event.getTrigger() == NavigationTrigger.PAGE_LOAD) {
            event.getUI()
                    .getPage()
                    .executeJs(
                            "location.replace($0)",
                            FailedPage.address(
                                    reference, event.getLocation().getPathWithQueryParameters()));
        }
        return 500;
    }
}
