package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Anything that nobody foresaw: a reference to quote, the cause in the log alone. */
@AnonymousAllowed
public class FailureView extends RefusalPage implements HasErrorParameter<Exception> {

    /** The page, one for each failure. */
    public FailureView() {
        super("failure");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        tell(Failures.logged(error.getException()));
        return 500;
    }
}
