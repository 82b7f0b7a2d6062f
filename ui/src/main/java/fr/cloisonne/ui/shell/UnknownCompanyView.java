package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;

/** No such firm, no such company, or no right: one and the same page as an unknown address. */
@AnonymousAllowed
public class UnknownCompanyView extends RefusalPage
        implements HasErrorParameter<NoSuchCompanyException> {

    /** The page, one for each refusal. */
    public UnknownCompanyView() {
        super("unknown");
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NoSuchCompanyException> error) {
        tell();
        return 404;
    }
}
