package fr.cloisonne.ui.enamel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;

/** A small drawn sign, always beside a word: the assistive reader hears the word alone. */
public enum Sign {
    PORTFOLIO("M2.5 2.5h4.5v4.5H2.5zM9 2.5h4.5v4.5H9zM2.5 9h4.5v4.5H2.5zM9 9h4.5v4.5H9z"),
    HOME("M2.5 7.5 8 2.5l5.500 5M4 6.500v7h8v-7"),
    DEPOSIT("M8 10.500V2.500M4.500 6 8 2.500 11.500 6M2.500 10.500v3h11v-3"),
    INVOICES("M4 2.500h8v11l-2-1.300-2 1.300-2-1.300-2 1.300zM6 6h4M6 8.500h4"),
    HISTORY("M8 4.500V8l2.500 1.500M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z"),
    PEOPLE(
            "M6 8a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM1.500 13.500c0-6 9-6 9 0"
                    + "M11 8a2 2 0 1 0-1-3.700M12.500 9.500c1.500.7 2 2.200 2 4"),
    BOOK("M3.500 2.500h9v11h-9zM6 2.500v11M8.500 5.500h2M8.500 8h2"),
    KEY("M10.500 8.500a3 3 0 1 0-2.800-2L2.500 11.700v1.800h2.500V12h1.500v-1.500z"),
    PLUG("M6 2.500v3.500M10 2.500v3.500M4 6h8v1.500a4 4 0 0 1-8 0zM8 11.500v2"),
    INBOX("M2.500 9.500h3.500l1 2h2l1-2h3.500M2.500 9.500v4h11v-4l-2-6h-7z"),
    ASK("M3 3h10v8H8l-3 2.500V11H3z"),
    IN_PROGRESS("M8 2.500a5.500 5.500 0 1 0 5.500 5.500M8 5v3l2 1.200"),
    CHECK("M3 8.500 6.500 12 13 4.500"),
    CROSS("M4 4l8 8M12 4l-8 8"),
    PAID("M11.500 4.200C8 2 5 4.500 5 8s3 6 6.500 3.800M3 7h5.500M3 9h5.500"),
    BLOCKED("M8 2.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11zM4.200 4.200l7.600 7.600"),
    WARNING("M8 2.500 14 13H2zM8 6.500v3M8 11.300v.1"),
    DOWN("M4 6l4 4 4-4"),
    FILE("M4 2.500h5l3 3v8H4zM9 2.500v3h3");

    private final String path;

    Sign(String path) {
        this.path = path;
    }

    /** The sign, drawn in the colour of the text around it. */
    public Component draw() {
        return new Html(
                "<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\">"
                        + "<path d=\""
                        + path
                        + "\"/></svg>");
    }
}
