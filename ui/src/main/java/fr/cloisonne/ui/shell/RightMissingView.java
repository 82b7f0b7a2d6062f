package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.identity.habilitation.RightMissingException;

/** A page that exists in a company one may enter, but asks for a right that one lacks. */
@AnonymousAllowed
public class RightMissingView extends RefusalPage
        implements HasErrorParameter<RightMissingException> {

    /** The page, one for each refusal. */
    public RightMissingView() {
        super("forbidden");
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<RightMissingException> error) {
        tell(getTranslation("right." + error.getException().right().name()));
        return 403;
    }
}
