package fr.cloisonne.ui.connection;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Brand;

/** Where a request ends that no tool may be told of, since it may not come from one. */
@Route(value = "oauth2/refused", autoLayout = false)
@AnonymousAllowed
public class ToolRefusedView extends Div implements HasDynamicTitle {

    /** The page; Spring makes one for each visit. */
    public ToolRefusedView() {
        addClassName("door");
        add(
                new Main(
                        Brand.mark(),
                        new H1(getTranslation("consent.refused.title")),
                        Notice.refusal(getTranslation("consent.refused.text")),
                        new Anchor("/", getTranslation("consent.refused.home"))));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.refused") + " · Cloisonné";
    }
}
