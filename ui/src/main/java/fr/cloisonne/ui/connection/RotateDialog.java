package fr.cloisonne.ui.connection;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import fr.cloisonne.identity.technical.ClientMethod;
import fr.cloisonne.identity.technical.CreatedClient;
import fr.cloisonne.identity.technical.TechnicalConnection;
import fr.cloisonne.ui.enamel.DialogFoot;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.text.ComponentTexts;
import fr.cloisonne.ui.text.Formats;

/** Gives a connection a new secret or key, and says how long the old one still counts. */
class RotateDialog extends Dialog {

    private static final int USUAL_DAYS = 14;

    private final ConnectionsDesk desk;
    private final TechnicalConnection connection;
    private final Runnable done;
    private final TextArea key = new TextArea();
    private final DatePicker last;
    private final Div refusal = new Div();

    RotateDialog(
            ConnectionsDesk desk, TechnicalConnection connection, Formats formats, Runnable done) {
        this.desk = desk;
        this.connection = connection;
        this.done = done;
        boolean keyed = connection.method() == ClientMethod.KEY;
        setHeaderTitle(getTranslation("connection.rotate.title", connection.name()));
        setWidth("min(560px, 100vw)");
        last =
                ComponentTexts.datePicker(
                        getTranslation("connection.rotate.last"), formats.today(), getLocale());
        last.setMin(formats.today());
        last.setValue(formats.today().plusDays(USUAL_DAYS));
        last.setHelperText(getTranslation("connection.rotate.last.help"));
        last.setClearButtonVisible(true);
        key.setLabel(getTranslation("connection.key"));
        key.setHelperText(getTranslation("connection.key.help"));
        key.setWidthFull();
        key.setMinRows(4);
        key.setVisible(keyed);
        VerticalLayout form =
                new VerticalLayout(
                        new Paragraph(getTranslation("connection.rotate.text")), key, last);
        form.setPadding(false);
        add(refusal, form);
        DialogFoot.of(
                this,
                getTranslation(keyed ? "connection.rotate.key" : "connection.rotate"),
                this::rotate);
    }

    private void rotate() {
        refusal.removeAll();
        String given = connection.method() == ClientMethod.KEY ? key.getValue() : null;
        desk.attempt(
                this,
                () -> desk.rotate(connection, given, last.getValue()),
                this::rotated,
                words -> refusal.add(Notice.refusal(words)));
    }

    private void rotated(CreatedClient made) {
        close();
        done.run();
        new SecretDialog(made).open();
    }
}
