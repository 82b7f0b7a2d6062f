package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page that opens to nothing: what happened in plain words, and the way back. */
abstract class RefusalPage extends Div implements HasDynamicTitle {

    private String name;
    private final Main main = new Main();

    RefusalPage(String name) {
        this.name = name;
        addClassName("door");
        add(main);
    }

    /** Writes the page. */
    void tell(Object... parameters) {
        main.removeAll();
        main.add(
                MainLayout.brand(),
                new H1(getTranslation(name + ".title")),
                new Paragraph(getTranslation(name + ".text", parameters)),
                new Anchor("", getTranslation("back.portfolio")));
    }

    /** Writes the page under another name, where there is more than one thing to say. */
    void tellAs(String another) {
        name = another;
        tell();
    }

    /** One more way to go on from here. */
    void offer(Component way) {
        main.add(way);
    }

    @Override
    public String getPageTitle() {
        return getTranslation(name + ".title") + " · Cloisonné";
    }
}
