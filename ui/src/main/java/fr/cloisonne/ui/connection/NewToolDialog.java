package fr.cloisonne.ui.connection;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.technical.CreatedClient;
import fr.cloisonne.identity.technical.NewTool;
import fr.cloisonne.ui.enamel.DialogFoot;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.typed.Typed;
import java.util.List;

/** Registers a tool of others: its name, and the addresses to which people may be sent back. */
class NewToolDialog extends Dialog {

    private static final int NAME_LENGTH = 100;

    private final ConnectionsDesk desk;
    private final Runnable done;
    private final TextField name = new TextField();
    private final TextArea back = new TextArea();
    private final TextArea out = new TextArea();
    private final Checkbox secret = new Checkbox();
    private final Div refusal = new Div();

    NewToolDialog(ConnectionsDesk desk, Runnable done) {
        this.desk = desk;
        this.done = done;
        setHeaderTitle(getTranslation("tool.new"));
        setWidth("min(560px, 100vw)");
        name.setLabel(getTranslation("tool.name"));
        name.setMaxLength(NAME_LENGTH);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        name.setManualValidation(true);
        name.setErrorMessage(getTranslation("connection.refused.NAME"));
        addresses(back, "tool.back");
        back.setRequiredIndicatorVisible(true);
        back.setManualValidation(true);
        back.setErrorMessage(getTranslation("connection.refused.ADDRESS"));
        addresses(out, "tool.out");
        secret.setLabel(getTranslation("tool.secret"));
        secret.setHelperText(getTranslation("tool.secret.help"));
        secret.setValue(true);
        VerticalLayout form = new VerticalLayout(name, back, out, secret);
        form.setPadding(false);
        add(refusal, form);
        Typed.in(this);
        DialogFoot.of(this, getTranslation("tool.create"), this::create);
    }

    private void addresses(TextArea field, String text) {
        field.setLabel(getTranslation(text));
        field.setHelperText(getTranslation(text + ".help"));
        field.setMinRows(2);
        field.setWidthFull();
    }

    private void create() {
        refusal.removeAll();
        name.setInvalid(name.getValue().isBlank());
        back.setInvalid(back.getValue().isBlank());
        if (name.isInvalid() || back.isInvalid()) {
            return;
        }
        desk.attempt(
                this,
                () ->
                        desk.register(
                                new NewTool(
                                        name.getValue(),
                                        lines(back),
                                        lines(out),
                                        secret.getValue())),
                this::created,
                words -> refusal.add(Notice.refusal(words)));
    }

    private static List<String> lines(TextArea field) {
        return field.getValue().lines().filter(line -> !line.isBlank()).toList();
    }

    private void created(CreatedClient made) {
        close();
        done.run();
        new SecretDialog(made).open();
    }
}
