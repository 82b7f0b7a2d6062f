package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.VaadinRequest;

/** A page before the door: the brand, one heading, and what is to do. */
public abstract class DoorPage extends Div implements HasDynamicTitle {

    private final String name;

    /** A page whose name is the text {@code title.<name>}. */
    protected DoorPage(String name) {
        this.name = name;
        addClassName("door");
    }

    /** Writes the page under its own name. */
    protected final void tell(Component... content) {
        tellUnder(getTranslation("title." + name), content);
    }

    /** Writes the page under another heading. */
    protected final void tellUnder(String heading, Component... content) {
        Main main = new Main(MainLayout.brand(), new H1(heading));
        main.add(content);
        removeAll();
        add(main);
    }

    /** Whence the browser comes, for whoever counts. */
    protected static String origin() {
        VaadinRequest request = VaadinRequest.getCurrent();
        String address = request == null ? null : request.getRemoteAddr();
        return address == null ? "" : address;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title." + name) + " · Cloisonné";
    }
}
