package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** The main part of a page: one heading, a line that says where one is, its acts, its blocks. */
public class Page extends Main {

    /** An empty page. */
    protected Page() {
        addClassName("page");
    }

    /** Adds the head: heading, a quiet line below (may be blank), and acts to the right. */
    protected final void head(String title, String line, Component... acts) {
        Div words = new Div(new H1(title));
        words.addClassName("words");
        if (!line.isBlank()) {
            words.add(new Paragraph(line));
        }
        Div right = new Div(acts);
        right.addClassName("acts");
        Div head = new Div(words, right);
        head.addClassName("page-head");
        add(head);
    }

    /** Adds a block under a heading of its own. */
    protected final void block(String title, Component... content) {
        Section section = new Section(new H2(title));
        section.add(content);
        section.addClassName("block");
        add(section);
    }

    /** What to say where there is nothing yet: that it is empty, and what comes next. */
    protected final Component nothing(String title, String next) {
        Div empty = new Div(new H2(title), new Paragraph(next));
        empty.addClassName("empty-state");
        return empty;
    }

    /** The page's one primary act, as a link in the shape of a button. */
    protected static Component primaryLink(String text, String address) {
        Button button =
                new Button(
                        text,
                        press -> press.getSource().getUI().ifPresent(ui -> ui.navigate(address)));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    /** A plain link. */
    protected static Anchor link(String text, String address) {
        return new Anchor(address, text);
    }
}
