package fr.cloisonne.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.account.AccountCare;
import fr.cloisonne.identity.account.AddressChange;
import fr.cloisonne.identity.account.PasswordPolicy;
import fr.cloisonne.identity.account.WrongPasswordException;
import fr.cloisonne.ui.enamel.FormAct;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.entry.NameFields;
import fr.cloisonne.ui.entry.PasswordChoice;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Page;
import fr.cloisonne.ui.shell.Reader;
import jakarta.annotation.security.PermitAll;

/** A person's own account: the name, the password, and the address to sign in by. */
@Route(value = "account", layout = MainLayout.class)
@PermitAll
public class AccountView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Reader reader;
    private final transient AccountCare care;
    private final transient AddressChange addresses;
    private final transient PasswordPolicy policy;

    /** The page; Spring makes one for each visit. */
    public AccountView(
            Reader reader, AccountCare care, AddressChange addresses, PasswordPolicy policy) {
        this.reader = reader;
        this.care = care;
        this.addresses = addresses;
        this.policy = policy;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        PersonCard person = reader.card();
        head(getTranslation("title.account"), person.name().display());
        block(
                getTranslation("account.name"),
                new Paragraph(getTranslation("account.name.text")),
                name(person.name()));
        block(getTranslation("account.password"), password());
        block(
                getTranslation("account.address"),
                new Paragraph(getTranslation("account.address.now", person.email())),
                address());
    }

    private Div name(PersonName now) {
        NameFields fields = new NameFields(now);
        return form("account.name.act", () -> fields.name().ifPresent(this::rename), fields);
    }

    private void rename(PersonName name) {
        care.rename(reader.person(), name);
        getUI().ifPresent(ui -> ui.getPage().reload());
    }

    private Div password() {
        PasswordField current = current();
        PasswordChoice next =
                new PasswordChoice(
                        policy, care.context(reader.person()), care.besideAFactor(reader.person()));
        Div said = new Div();
        return form(
                "account.password.act",
                () -> {
                    said.removeAll();
                    next.chosen().ifPresent(chosen -> change(current, chosen, next, said));
                },
                said,
                current,
                next);
    }

    private void change(PasswordField current, String chosen, PasswordChoice next, Div said) {
        proven(
                current,
                () -> {
                    care.changePassword(reader.person(), current.getValue(), chosen);
                    next.clear();
                    said.add(done("account.password.done"));
                });
    }

    private Div address() {
        TextField email = new TextField(getTranslation("account.address.new"));
        email.setMaxLength(254);
        email.setManualValidation(true);
        email.getElement().setAttribute("autocomplete", "email");
        PasswordField current = current();
        Div said = new Div();
        email.setErrorMessage(getTranslation("register.email.wrong"));
        return form(
                "account.address.act",
                () -> {
                    said.removeAll();
                    var typed = EmailAddress.tryParse(email.getValue());
                    email.setInvalid(typed.isEmpty());
                    typed.ifPresent(address -> proven(current, () -> ask(address, current, said)));
                },
                said,
                email,
                current);
    }

    private void ask(EmailAddress address, PasswordField current, Div said) {
        addresses.ask(reader.person(), address, current.getValue());
        said.add(Notice.information(getTranslation("account.address.sent", address.typed())));
    }

    private void proven(PasswordField current, Runnable act) {
        try {
            act.run();
            current.clear();
            current.setInvalid(false);
        } catch (WrongPasswordException wrong) {
            current.setInvalid(true);
            current.setErrorMessage(
                    getTranslation(
                            wrong.tooMany() ? "signin.error.slow-down" : "account.password.wrong"));
        }
    }

    private PasswordField current() {
        PasswordField field = new PasswordField(getTranslation("account.password.current"));
        field.getElement().setAttribute("autocomplete", "current-password");
        field.setManualValidation(true);
        return field;
    }

    private Notice done(String key) {
        return Notice.information(getTranslation(key));
    }

    private Div form(String act, Runnable press, Component... parts) {
        Div form = new Div(parts);
        form.addClassNames("fields", "form");
        form.add(FormAct.plain(getTranslation(act), form, press));
        return form;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.account") + " · Cloisonné";
    }
}
