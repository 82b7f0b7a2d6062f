package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;

/**
 * A page inside a client company: the address alone says which, and the right is asked anew; a page
 * that names none opens by any right there.
 */
public abstract class CompanyPage extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final Visits visits;
    private final String name;
    private String title = "";

    /** A page whose name is the text {@code title.<name>}. */
    protected CompanyPage(Visits visits, String name) {
        this.visits = visits;
        this.name = name;
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        Needs needs = getClass().getAnnotation(Needs.class);
        Visit visit =
                needs == null
                        ? visits.at(event.getRouteParameters())
                        : visits.at(event.getRouteParameters(), needs.value());
        visit.open();
        title = getTranslation("title." + name) + " · " + visit.company().legalName();
        removeAll();
        show(visit, event);
    }

    /** Fills the page. */
    protected abstract void show(Visit visit, BeforeEnterEvent event);

    @Override
    public final String getPageTitle() {
        return title;
    }
}
