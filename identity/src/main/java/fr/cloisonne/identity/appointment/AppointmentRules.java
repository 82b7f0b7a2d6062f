package fr.cloisonne.identity.appointment;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.appointment.Appointment.Kind;
import fr.cloisonne.identity.appointment.AppointmentRefusedException.Reason;
import fr.cloisonne.identity.habilitation.Administrators;
import fr.cloisonne.identity.habilitation.Appointing;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What must be true for operators to appoint somebody, when it is proposed, when it is confirmed,
 * and again when it takes effect.
 */
@Component
class AppointmentRules {

    private final Candidates candidates;
    private final Administrators administrators;
    private final Appointing appointing;

    AppointmentRules(Candidates candidates, Administrators administrators, Appointing appointing) {
        this.candidates = candidates;
        this.administrators = administrators;
        this.appointing = appointing;
    }

    /** Waits for any other change of the firm's administrators, then asks each rule. */
    Optional<Reason> against(FirmId firm, UserAccountId person, Kind kind) {
        appointing.hold(firm);
        if (!candidates.contain(firm, person)) {
            return Optional.of(Reason.NOT_OF_THE_FIRM);
        }
        if (appointing.isAdministrator(firm, person)
                || (kind == Kind.PROVISIONAL && appointing.hasProvisional(firm))) {
            return Optional.of(Reason.ALREADY_THERE);
        }
        return administrators.of(firm).size() > 1
                ? Optional.of(Reason.OTHERS_ADMINISTER)
                : Optional.empty();
    }

    void require(FirmId firm, UserAccountId person, Kind kind) {
        against(firm, person, kind)
                .ifPresent(reason -> {
                    throw new AppointmentRefusedException(reason);
                });
    }
}
