package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;

/** Says who can sign in here when this is a demonstration; a press fills in the form. */
class DemonstrationPeople extends Section {

    DemonstrationPeople(List<DemonstrationAccount> people, Consumer<DemonstrationAccount> chosen) {
        UnorderedList list = new UnorderedList();
        list.addClassName("lines");
        people.forEach(person -> list.add(line(person, chosen)));
        addClassName("block");
        add(
                new H2(getTranslation("signin.demonstration")),
                new Paragraph(getTranslation("signin.demonstration.text")),
                list,
                new Paragraph(new Anchor("mailbox", getTranslation("mailbox.open"))));
    }

    private ListItem line(DemonstrationAccount person, Consumer<DemonstrationAccount> chosen) {
        Span name = new Span(person.name());
        Span role = new Span(getTranslation("signin.role." + person.role()));
        role.addClassName("quiet");
        Span words = new Span(name, new Span(" · "), role);
        words.addClassName("grow");
        Button use = new Button(getTranslation("signin.use"), press -> chosen.accept(person));
        use.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        use.setAriaLabel(getTranslation("signin.use.as", person.name()));
        return new ListItem(words, use);
    }
}
