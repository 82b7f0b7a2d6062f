package fr.cloisonne.identity.appointment;

import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.appointment.Appointment.State;
import fr.cloisonne.identity.appointment.AppointmentRows.Line;
import fr.cloisonne.identity.audit.AuditTrail;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes each step of an appointment on the firm's chain and on the service's, and tells it. */
@Component
class AppointmentRecord {

    private final AuditTrail audit;
    private final Outbox outbox;

    AppointmentRecord(AuditTrail audit, Outbox outbox) {
        this.audit = audit;
        this.outbox = outbox;
    }

    void step(Line line, @Nullable UserAccountId by, State state) {
        String act = "appointment." + state.name().toLowerCase(Locale.ROOT);
        Map<String, String> details = new HashMap<>();
        details.put("appointment", line.id().toString());
        details.put("holder", line.person().toString());
        details.put("kind", line.kind().name());
        details.put("proof", line.proof().hash());
        audit.recordInFirm(line.firm(), by, act, details);
        details.put("firm", line.firm().toString());
        audit.recordInService(by, act, details);
        outbox.record(new AppointmentChanged(line.id(), state));
    }
}
