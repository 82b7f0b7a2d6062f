package fr.cloisonne.ui.account;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.cloisonne.identity.signin.NewAuthenticator;
import fr.cloisonne.ui.enamel.DialogFoot;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.signin.CodeField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Shows a new authenticator's secret, as a picture and in letters, and takes the code that proves
 * it.
 */
class NewAuthenticatorDialog extends Dialog {

    private final Function<String, Optional<List<String>>> proof;
    private final Consumer<List<String>> done;
    private final Div refusal = new Div();
    private final CodeField code = new CodeField(getTranslation("account.app.code"));

    NewAuthenticatorDialog(
            NewAuthenticator prepared,
            Function<String, Optional<List<String>>> proof,
            Consumer<List<String>> done) {
        this.proof = proof;
        this.done = done;
        setHeaderTitle(getTranslation("account.app.add.title"));
        setWidth("min(460px, 100vw)");
        code.setWidthFull();
        add(
                new Paragraph(getTranslation("account.app.scan")),
                new QrPicture(prepared.address(), getTranslation("account.app.picture")),
                letters(prepared.text()),
                refusal,
                code);
        DialogFoot.of(this, getTranslation("account.app.confirm"), this::confirm);
    }

    private NativeDetails letters(String text) {
        Span secret = new Span(text);
        secret.addClassName("mono");
        NativeDetails details = new NativeDetails(getTranslation("account.app.letters"));
        details.setContent(secret);
        details.addClassName("quiet");
        return details;
    }

    private void confirm() {
        proof.apply(code.getValue()).ifPresentOrElse(this::proven, this::refused);
    }

    private void proven(List<String> recoveryCodes) {
        close();
        done.accept(recoveryCodes);
    }

    private void refused() {
        refusal.removeAll();
        refusal.add(Notice.refusal(getTranslation("account.app.wrong")));
        code.focus();
    }
}
