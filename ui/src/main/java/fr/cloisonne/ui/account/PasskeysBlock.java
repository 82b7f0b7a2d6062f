package fr.cloisonne.ui.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.cloisonne.identity.signin.PasskeyCard;
import java.util.List;

/** The passkeys, each by its name; as many as the person likes. */
class PasskeysBlock extends Section {

    private final FactorDesk desk;

    PasskeysBlock(FactorDesk desk, List<PasskeyCard> keys) {
        this.desk = desk;
        addClassName("block");
        UnorderedList lines = new UnorderedList();
        lines.addClassName("lines");
        keys.forEach(key -> lines.add(line(key)));
        lines.setVisible(!keys.isEmpty());
        Button add =
                new Button(
                        getTranslation("account.keys.add"),
                        press -> desk.perform(() -> open(keys.size() + 1)));
        add(
                new H2(getTranslation("account.keys")),
                new Paragraph(getTranslation("account.keys.text")),
                lines,
                add);
        add.addClassName("form-acts");
    }

    private ListItem line(PasskeyCard key) {
        Span name = new Span(key.name());
        name.addClassName("grow");
        Span when =
                new Span(
                        getTranslation(
                                "account.keys.use",
                                desk.moment(key.use().added()),
                                desk.moment(key.use().lastUsed())));
        when.addClassName("when");
        Button remove =
                new Button(
                        getTranslation("account.remove"),
                        press ->
                                desk.remove(
                                        this,
                                        getTranslation("account.keys.remove.title", key.name()),
                                        getTranslation("account.keys.remove.text"),
                                        () ->
                                                desk.factors()
                                                        .removePasskey(desk.person(), key.id())));
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.setAriaLabel(getTranslation("account.keys.remove", key.name()));
        return new ListItem(name, when, remove);
    }

    private void open(int number) {
        var prepared = desk.factors().preparePasskey(desk.person());
        new NewPasskeyDialog(
                        prepared,
                        getTranslation("account.keys.default", number),
                        (answer, name) ->
                                desk.factors().addPasskey(desk.person(), prepared, answer, name),
                        desk::added)
                .open();
    }
}
