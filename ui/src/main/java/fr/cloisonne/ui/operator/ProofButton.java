package fr.cloisonne.ui.operator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import fr.cloisonne.identity.appointment.Appointment;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes out the proof of an appointment: on record before the first byte, once for each click. */
class ProofButton extends Div implements DownloadHandler {

    private final AppointmentsDesk desk;
    private final Appointment one;
    private final AtomicBoolean allowed = new AtomicBoolean();
    private final Anchor file = new Anchor(this, "");

    ProofButton(AppointmentsDesk desk, Appointment one) {
        this.desk = desk;
        this.one = one;
        file.getElement().setAttribute("hidden", true);
        file.getElement().setAttribute("aria-hidden", "true");
        Button read =
                new Button(
                        getTranslation("appointments.proof"),
                        press -> desk.stepUp().perform(this::allow));
        read.setAriaLabel(getTranslation("appointments.proof.of", one.proof().name()));
        read.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        add(read, file);
    }

    private void allow() {
        desk.appointments().proofAsked(desk.operator(), one.id());
        allowed.set(true);
        file.getElement().executeJs("this.click()");
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        if (!allowed.getAndSet(false)) {
            event.getResponse().setStatus(403);
            return;
        }
        event.setFileName(one.proof().name());
        event.setContentType("application/octet-stream");
        desk.appointments().writeProof(desk.operator(), one.id(), event.getOutputStream());
    }
}
