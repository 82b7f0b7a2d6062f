package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.cloisonne.identity.federation.ProviderButton;
import fr.cloisonne.identity.federation.SignInOptions;
import java.util.List;

/**
 * The provider of the firm whose mail domain was typed; whether there is an account is not asked.
 */
class RealmOffer extends Div {

    private final SignInOptions options;

    RealmOffer(SignInOptions options) {
        this.options = options;
        addClassNames("notice", "slate", "realm");
        getElement().setAttribute("aria-live", "polite");
        setVisible(false);
    }

    void show(String typed) {
        List<ProviderButton> buttons = options.forAddress(typed);
        removeAll();
        setVisible(!buttons.isEmpty());
        if (!buttons.isEmpty()) {
            add(new Paragraph(getTranslation("signin.realm")));
            buttons.stream().map(ProviderButtons::button).forEach(this::add);
        }
    }
}
