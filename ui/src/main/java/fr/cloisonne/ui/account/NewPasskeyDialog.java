package fr.cloisonne.ui.account;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.signin.NewPasskey;
import fr.cloisonne.ui.enamel.DialogFoot;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.signin.PasskeyCeremony;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Asks for the new passkey's name, then lets the browser make it. */
class NewPasskeyDialog extends Dialog {

    private static final int LONGEST_NAME = 100;

    private final NewPasskey prepared;
    private final BiFunction<String, String, Optional<List<String>>> keep;
    private final Consumer<List<String>> done;
    private final Div refusal = new Div();
    private final TextField name = new TextField(getTranslation("account.keys.name"));

    NewPasskeyDialog(
            NewPasskey prepared,
            String suggestion,
            BiFunction<String, String, Optional<List<String>>> keep,
            Consumer<List<String>> done) {
        this.prepared = prepared;
        this.keep = keep;
        this.done = done;
        setHeaderTitle(getTranslation("account.keys.add"));
        setWidth("min(420px, 100vw)");
        name.setValue(suggestion);
        name.setMaxLength(LONGEST_NAME);
        name.setRequired(true);
        name.setWidthFull();
        name.setAutoselect(true);
        name.setAutofocus(true);
        add(new Paragraph(getTranslation("account.keys.how")), refusal, name);
        DialogFoot.of(this, getTranslation("account.keys.make"), this::make);
    }

    private void make() {
        if (name.getValue().isBlank()) {
            name.setInvalid(true);
            name.setErrorMessage(getTranslation("field.required"));
        } else {
            PasskeyCeremony.make(this, prepared.json(), this::made, this::failed);
        }
    }

    private void made(String answer) {
        keep.apply(answer, name.getValue()).ifPresentOrElse(this::kept, () -> failed(""));
    }

    private void kept(List<String> codes) {
        close();
        done.accept(codes);
    }

    private void failed(String reason) {
        refusal.removeAll();
        refusal.add(Notice.refusal(getTranslation("account.keys.failed")));
    }
}
