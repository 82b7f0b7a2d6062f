package fr.cloisonne.ui.entry;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.ui.shell.DoorPage;

/** What one accepts by registering. */
@Route(value = "terms", autoLayout = false)
@AnonymousAllowed
public class TermsView extends DoorPage implements BeforeEnterObserver {

    /** The page; Spring makes one for each visit. */
    public TermsView() {
        super("terms");
        addClassName("wide");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        tell(
                new Paragraph(getTranslation("terms.who")),
                new Paragraph(getTranslation("terms.account")),
                new Paragraph(getTranslation("terms.data")),
                new Paragraph(getTranslation("terms.record")));
    }
}
