package fr.cloisonne.ui.operator;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.appointment.Appointment.Kind;
import fr.cloisonne.identity.appointment.AppointmentWish;
import fr.cloisonne.identity.appointment.Appointments;
import fr.cloisonne.ui.enamel.DialogFoot;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.typed.Typed;
import java.util.Optional;

/** Whom an operator proposes, where, why, and on which proof. */
class AppointmentDialog extends Dialog {

    private final AppointmentsDesk desk;
    private final Div refusal = new Div();
    private final TextField firm = new TextField();
    private final TextField person = new TextField();
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>();
    private final TextArea reason = new TextArea();
    private final ProofField proof;

    AppointmentDialog(AppointmentsDesk desk) {
        this.desk = desk;
        this.proof = new ProofField(desk.place());
        setHeaderTitle(getTranslation("appointments.propose"));
        setWidth("min(560px, 100vw)");
        firm.setLabel(getTranslation("appointments.firm"));
        person.setLabel(getTranslation("appointments.person"));
        person.setHelperText(getTranslation("appointments.person.help"));
        kind.setLabel(getTranslation("appointments.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(one -> getTranslation("appointments.kind." + one));
        kind.setValue(Kind.LASTING);
        reason.setLabel(getTranslation("appointments.reason"));
        reason.setMaxLength(Appointments.LONGEST_REASON);
        for (TextField field : new TextField[] {firm, person}) {
            field.setRequiredIndicatorVisible(true);
            field.setManualValidation(true);
            field.setWidthFull();
        }
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setErrorMessage(getTranslation("invalid.empty"));
        reason.setWidthFull();
        Div fields = new Div(firm, person, kind, reason, proof);
        fields.addClassName("fields");
        add(new Paragraph(getTranslation("appointments.text")), refusal, fields);
        Typed.in(this);
        DialogFoot.of(this, getTranslation("appointments.act"), this::propose);
    }

    private void propose() {
        Optional<EmailAddress> address = EmailAddress.tryParse(person.getValue());
        person.setInvalid(address.isEmpty());
        person.setErrorMessage(getTranslation("register.email.wrong"));
        firm.setInvalid(firm.getValue().isBlank());
        firm.setErrorMessage(getTranslation("invalid.empty"));
        reason.setInvalid(reason.getValue().isBlank());
        if (address.isPresent() && !firm.isInvalid() && !reason.isInvalid()) {
            desk.attempt(() -> propose(address.get()), this::refuse);
        }
    }

    private void propose(EmailAddress address) {
        desk.appointments()
                .propose(
                        desk.operator(),
                        new AppointmentWish(
                                firm.getValue(), address, kind.getValue(), reason.getValue()),
                        proof.name(),
                        proof.content());
        close();
        Toast.done(getTranslation("appointments.proposed"));
    }

    private void refuse(String reason) {
        refusal.removeAll();
        refusal.add(Notice.refusal(getTranslation(reason)));
    }
}
