package fr.cloisonne.ui.connection;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import fr.cloisonne.identity.technical.CreatedClient;
import fr.cloisonne.ui.enamel.DialogFoot;
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
        DialogFoot.of(this, getTranslation("connection.create"), this::create);
    }

    private void create() {
        refusal.removeAll();
        form.wish()
                .ifPresent(wish ->
                        desk.attempt(
                                this,
                                () -> desk.create(wish),
                                this::created,
                                words -> refusal.add(Notice.refusal(words))));
    }

    private void created(CreatedClient made) {
        close();
        done.run();
        new SecretDialog(made).open();
    }
}
