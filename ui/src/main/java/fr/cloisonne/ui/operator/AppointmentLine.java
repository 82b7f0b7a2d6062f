package fr.cloisonne.ui.operator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.appointment.Appointment;
import fr.cloisonne.identity.appointment.Appointment.State;
import fr.cloisonne.identity.audit.Taken;
import fr.cloisonne.ui.enamel.AnswerDialog;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.taken.TakenButton;
import fr.cloisonne.ui.taken.TakenFile;
import java.time.Instant;
import java.util.Map;

/** One appointment: what it is about, how far it is, and what this operator can do about it. */
class AppointmentLine extends ListItem {

    private final AppointmentsDesk desk;
    private final Appointment one;

    AppointmentLine(AppointmentsDesk desk, Appointment one) {
        this.desk = desk;
        this.one = one;
        Span when = new Span(desk.formats().recent(one.proposedAt()));
        when.addClassName("when");
        add(words(), when, document());
        boolean proposed = one.state() == State.PROPOSED;
        if (proposed && !one.proposedBy().id().equals(desk.operator())) {
            add(button("appointments.confirm", this::confirm));
        }
        if (proposed || one.state() == State.NOTICE) {
            Button withdraw = button("appointments.withdraw", this::withdraw);
            withdraw.addThemeVariants(ButtonVariant.TERTIARY);
            add(withdraw);
        }
    }

    private Div words() {
        Span name = new Span(one.firm().legalName() + " · " + one.person().name().display());
        name.addClassName("name");
        Div words = new Div(new Div(name), quiet(kind()), quiet(state()), quiet(proof()));
        words.addClassName("grow");
        return words;
    }

    private String kind() {
        return getTranslation(
                "appointments.facts",
                getTranslation("appointments.kind." + one.kind()),
                one.person().email(),
                one.reason());
    }

    private String state() {
        PersonCard second = one.confirmedBy();
        Instant effective = one.effective();
        return getTranslation(
                "appointments.state." + one.state(),
                one.proposedBy().name().display(),
                second == null ? "" : second.name().display(),
                effective == null ? "" : desk.formats().moment(effective),
                one.why());
    }

    private String proof() {
        return getTranslation("appointments.proof.hash", one.proof().hash());
    }

    private TakenButton document() {
        Button read = new Button(getTranslation("appointments.proof"));
        read.setAriaLabel(getTranslation("appointments.proof.of", one.proof().name()));
        read.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        Taken taken =
                new Taken.OfService(
                        desk.operator(),
                        "proof",
                        Map.of(
                                "appointment", one.id().toString(),
                                "firm", one.firm().id().toString(),
                                "proof", one.proof().hash()));
        return new TakenButton(
                desk.stepUp(),
                read,
                new TakenFile(
                        desk.taking(),
                        taken,
                        one.proof().name(),
                        "application/octet-stream",
                        out -> desk.appointments().writeProof(desk.operator(), one.id(), out)));
    }

    private static Div quiet(String text) {
        Div line = new Div(text);
        line.addClassNames("quiet", "breaks");
        return line;
    }

    private Button button(String text, Runnable act) {
        Button button = new Button(getTranslation(text), press -> act.run());
        button.setAriaLabel(
                getTranslation(
                        text + ".of", one.person().name().display(), one.firm().legalName()));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private void confirm() {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(
                getTranslation(
                        "appointments.confirm.of",
                        one.person().name().display(),
                        one.firm().legalName()));
        dialog.setText(getTranslation("appointments.confirm.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("act.cancel"));
        dialog.setConfirmText(getTranslation("appointments.confirm"));
        dialog.addConfirmListener(sure ->
                desk.attempt(
                        () -> desk.appointments().confirm(desk.operator(), one.id()),
                        this::refused));
        dialog.open();
    }

    private void withdraw() {
        new AnswerDialog(
                        getTranslation(
                                "appointments.withdraw.of",
                                one.person().name().display(),
                                one.firm().legalName()),
                        getTranslation("appointments.why"),
                        getTranslation("appointments.withdraw"),
                        true,
                        why ->
                                desk.attempt(
                                        () ->
                                                desk.appointments()
                                                        .withdraw(desk.operator(), one.id(), why),
                                        this::refused))
                .open();
    }

    private void refused(String reason) {
        Toast.refusal(getTranslation(reason));
    }
}
