package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.function.Consumer;

/** The local form, a true form: the browser posts it, and password stores understand it. */
@Tag("form")
class SignInForm extends HtmlContainer {

    private final EmailField email = new EmailField();
    private final PasswordField password = new PasswordField();
    private final NativeButton submit = new NativeButton();

    SignInForm(String query) {
        getElement().setAttribute("method", "post");
        getElement().setAttribute("action", "/sign-in" + query);
        email.setLabel(getTranslation("signin.email"));
        email.getElement().setAttribute("name", "username");
        email.getElement().setAttribute("autocomplete", "username");
        email.setRequiredIndicatorVisible(false);
        email.setAutofocus(true);
        password.setLabel(getTranslation("signin.password"));
        password.getElement().setAttribute("name", "password");
        password.getElement().setAttribute("autocomplete", "current-password");
        submit.setText(getTranslation("signin.submit"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassName("primary");
        add(email, password, submit);
    }

    /** Tells what was typed as the address, once the field is left. */
    void onAddress(Consumer<String> typed) {
        email.addValueChangeListener(change -> typed.accept(change.getValue()));
    }

    /** Fills in an account of the demonstration; the visitor still sends the form. */
    void fill(DemonstrationAccount account) {
        email.setValue(account.email());
        password.setValue(account.password());
        submit.focus();
    }
}
