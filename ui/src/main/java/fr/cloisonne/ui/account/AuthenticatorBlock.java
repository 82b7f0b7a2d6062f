package fr.cloisonne.ui.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import fr.cloisonne.identity.signin.FactorUse;
import org.jspecify.annotations.Nullable;

/** The authenticator application: there or not, to be added or removed. */
class AuthenticatorBlock extends Section {

    private final FactorDesk desk;

    AuthenticatorBlock(FactorDesk desk, @Nullable FactorUse app) {
        this.desk = desk;
        addClassName("block");
        add(new H2(getTranslation("account.app")));
        if (app == null) {
            add(new Paragraph(getTranslation("account.app.none")), addition());
        } else {
            add(desk.use(this, app), removal());
        }
    }

    private Button addition() {
        return new Button(getTranslation("account.app.add"), press -> desk.perform(this::open));
    }

    private Div removal() {
        Button remove =
                new Button(
                        getTranslation("account.remove"),
                        press ->
                                desk.remove(
                                        this,
                                        getTranslation("account.app.remove.title"),
                                        getTranslation("account.app.remove.text"),
                                        () -> desk.factors().removeAuthenticator(desk.person())));
        remove.setAriaLabel(getTranslation("account.app.remove"));
        Div acts = new Div(remove);
        acts.addClassNames("acts", "form-acts");
        return acts;
    }

    private void open() {
        var prepared = desk.factors().prepare(desk.person());
        new NewAuthenticatorDialog(
                        prepared,
                        code -> desk.factors().add(desk.person(), prepared, code),
                        desk::added)
                .open();
    }
}
