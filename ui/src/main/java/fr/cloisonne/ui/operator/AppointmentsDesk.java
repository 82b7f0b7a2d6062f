package fr.cloisonne.ui.operator;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.appointment.AppointmentRefusedException;
import fr.cloisonne.identity.appointment.Appointments;
import fr.cloisonne.identity.audit.TakingAway;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import fr.cloisonne.ui.upload.StagedUpload;
import java.util.function.Consumer;

/** What the parts of the page of appointments share. */
record AppointmentsDesk(
        UserAccountId operator,
        Appointments appointments,
        TakingAway taking,
        StepUp stepUp,
        StagedUpload.Place place,
        Formats formats,
        Runnable changed) {

    /** Does an act that asks for a fresh proof, and shows the page anew or what forbids it. */
    void attempt(Runnable act, Consumer<String> refusal) {
        stepUp.perform(() -> {
            try {
                act.run();
                changed.run();
            } catch (AppointmentRefusedException refused) {
                refusal.accept("appointments.refused." + refused.reason());
            }
        });
    }
}
