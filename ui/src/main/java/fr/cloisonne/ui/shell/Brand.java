package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** The product's mark and name, over a page that has no menu. */
public final class Brand {

    private Brand() {}

    /** The mark beside the name. */
    public static Span mark() {
        Span brand = new Span(new Image("icons/mark.svg", ""), new Span("Cloisonné"));
        brand.addClassName("brand");
        return brand;
    }
}
