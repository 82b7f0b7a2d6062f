package fr.cloisonne.ui.enamel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import fr.cloisonne.invoicing.InvoiceStatus;
import fr.cloisonne.invoicing.StatusFamily;

/** The enamel of each status family: a tone and a sign, never without its word. */
public enum FamilyEnamel {
    EN_COURS("slate", Sign.IN_PROGRESS),
    VALIDEE("green", Sign.CHECK),
    REJETEE("vermilion", Sign.CROSS),
    PAYEE("plum", Sign.PAID),
    ANNULEE("grey", Sign.BLOCKED);

    private final String tone;
    private final Sign sign;

    FamilyEnamel(String tone, Sign sign) {
        this.tone = tone;
        this.sign = sign;
    }

    /** The enamel of this family. */
    public static FamilyEnamel of(StatusFamily family) {
        return valueOf(family.name());
    }

    /** A status as a small enamel: the family's colour, the status' own word. */
    public static Component status(InvoiceStatus status) {
        Span field = word(status.family(), "");
        field.add(field.getTranslation("status." + status.name()));
        return field;
    }

    /** Any word on the enamel of a family. */
    public static Span word(StatusFamily family, String word) {
        FamilyEnamel enamel = of(family);
        Span field = new Span(enamel.sign.draw());
        field.add(word);
        field.addClassNames("enamel", enamel.tone);
        return field;
    }

    /** A family's count as a small enamel; a quiet zero where there is nothing. */
    public Component count(int count) {
        Span number = new Span(Integer.toString(count));
        number.addClassName("count");
        if (count == 0) {
            number.addClassName("quiet");
            return number;
        }
        Span field = new Span(sign.draw(), number);
        field.addClassNames("enamel", tone);
        return field;
    }

    /** A family's count as a tile that leads to its invoices. */
    public Component tile(int count, String address) {
        Span number = new Span(Integer.toString(count));
        number.addClassName("count");
        Span label = new Span(sign.draw());
        label.add(label.getTranslation("family.many." + name()));
        label.addClassName("label");
        Anchor tile = new Anchor(address, number, label);
        tile.addClassNames("tile", tone);
        return tile;
    }
}
