package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.audit.Bound;
import fr.cloisonne.identity.audit.BoundedTrail;
import fr.cloisonne.identity.audit.BoundedTrail.Happening;
import fr.cloisonne.tenancy.value.FirmId;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes who was refused what: once in ten minutes for the same person, right and place, and no
 * more than thirty an hour for one person. What there is beyond that is counted and told after.
 */
@Component
class Refusals {

    private static final Bound SAME = new Bound("refused.repeated", Duration.ofMinutes(10), 1);
    private static final Bound ALL = new Bound("refused.many", Duration.ofHours(1), 30);

    private final AuditTrail trail;
    private final BoundedTrail bounded;

    Refusals(AuditTrail trail, BoundedTrail bounded) {
        this.trail = trail;
        this.bounded = bounded;
    }

    /**
     * What somebody was refused.
     *
     * @param person whom
     * @param act a code
     * @param firm in whose chain; null where the address names none
     * @param details ids and codes
     */
    record Refused(
            UserAccountId person, String act, @Nullable FirmId firm, Map<String, String> details) {

        private Happening same() {
            Map<String, String> told = new TreeMap<>(details);
            told.put("act", act);
            return new Happening(person + " " + firm + " " + told, firm, person, told);
        }

        private Happening any() {
            return new Happening(person.toString(), null, person, Map.of());
        }
    }

    @PlatformTransaction
    public void write(Refused refused) {
        Happening any = refused.any();
        if (bounded.spent(ALL, any.subject())) {
            bounded.counted(ALL, any);
        } else if (bounded.counted(SAME, refused.same())) {
            bounded.counted(ALL, any);
            FirmId firm = refused.firm();
            if (firm == null) {
                trail.recordInService(refused.person(), refused.act(), refused.details());
            } else {
                trail.recordInFirm(firm, refused.person(), refused.act(), refused.details());
            }
        }
    }
}
