package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinServletRequest;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.signin.PasskeyQuestions;
import fr.cloisonne.ui.enamel.Notice;
import org.jspecify.annotations.Nullable;

/** A button that asks for a passkey, and posts its answer as a true form does. */
@Tag("form")
class PasskeyForm extends HtmlContainer {

    private final PasskeyQuestions questions;
    private final @Nullable UserAccountId person;
    private final Div refusal = new Div();
    private final Input answer = hidden("answer", "");

    private PasskeyForm(PasskeyQuestions questions, @Nullable UserAccountId person, Input context) {
        this.questions = questions;
        this.person = person;
        getElement().setAttribute("method", "post");
        getElement().setAttribute("action", "/sign-in/passkey");
        NativeButton ask = new NativeButton(getTranslation("signin.passkey"), press -> ask());
        ask.getElement().setAttribute("type", "button");
        ask.addClassName("provider");
        add(ask, refusal, answer, context);
    }

    /** For whoever comes, by whichever passkey; a federated identity may wait to be linked. */
    static PasskeyForm first(PasskeyQuestions questions, String link) {
        return new PasskeyForm(questions, null, hidden("link", link));
    }

    /** For a person whose first factor is proven. */
    static PasskeyForm second(PasskeyQuestions questions, UserAccountId person) {
        return new PasskeyForm(questions, person, hidden("second", "yes"));
    }

    private void ask() {
        var session = VaadinServletRequest.getCurrent().getHttpServletRequest().getSession();
        PasskeyCeremony.ask(this, questions.ask(session, person), this::send, this::failed);
    }

    private void send(String json) {
        getElement()
                .executeJs("this.querySelector('[name=answer]').value = $0; this.submit()", json);
    }

    private void failed(String reason) {
        refusal.removeAll();
        refusal.add(Notice.refusal(getTranslation("passkey.none")));
    }

    private static Input hidden(String name, String value) {
        Input input = new Input();
        input.setType("hidden");
        input.getElement().setAttribute("name", name);
        input.getElement().setAttribute("value", value);
        return input;
    }
}
