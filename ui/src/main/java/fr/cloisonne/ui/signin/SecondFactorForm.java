package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;

/** One field for a code, a true form that the browser posts. */
@Tag("form")
class SecondFactorForm extends HtmlContainer {

    SecondFactorForm() {
        getElement().setAttribute("method", "post");
        getElement().setAttribute("action", "/sign-in/second");
        TextField code = new CodeField(getTranslation("second.code"));
        code.getElement().setAttribute("name", "code");
        code.setHelperText(getTranslation("second.code.help"));
        code.setAutofocus(true);
        NativeButton submit = new NativeButton(getTranslation("second.submit"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassName("primary");
        add(code, submit);
    }
}
