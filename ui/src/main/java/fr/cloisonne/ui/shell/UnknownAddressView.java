package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** No such address, which says no more than {@link UnknownCompanyView}. */
@AnonymousAllowed
public class UnknownAddressView extends RefusalPage
        implements HasErrorParameter<NotFoundException> {

    /** The page, one for each refusal. */
    public UnknownAddressView() {
        super("unknown");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
        tell();
        return 404;
    }
}
