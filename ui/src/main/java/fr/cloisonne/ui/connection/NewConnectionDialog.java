package fr.cloisonne.ui.connection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import fr.cloisonne.identity.technical.CreatedClient;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.text.Formats;
import fr.cloisonne.ui.typed.Typed;

/** Makes a connection, and then shows its secret, once. */
class NewConnectionDialog extends Dialog {

    private final ConnectionsDesk desk;
    private final NewConnectionForm form;
    private final Runnable done;
    private final Div refusal = new Div();

    NewConnectionDialog(ConnectionsDesk desk, Formats formats, Runnable done) {
        this.desk = desk;
        this.form = new NewConnectionForm(desk, formats);
        this.done = done;
        setHeaderTitle(getTranslation("connection.new"));
        setWidth("min(560px, 100vw)");
        add(refusal, form);
        Typed.in(this);
        Button cancel = new Button(getTranslation("act.cancel"), press -> close());
        Button create = new Button(getTranslation("connection.create"), press -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(cancel, create);
    }

    private void create() {
        refusal.removeAll();
        desk.attempt(
                this,
                () -> desk.create(form.wish()),
                this::created,
                words -> refusal.add(Notice.refusal(words)));
    }

    private void created(CreatedClient made) {
        close();
        done.run();
        new SecretDialog(made).open();
    }
}
