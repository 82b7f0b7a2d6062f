package fr.cloisonne.identity.audit;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.FirmId;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Who has read which page of an administration: a row an hour, however often it was opened. */
@Component
public class PagesRead {

    private static final Bound HOURLY = new Bound("read.page", Duration.ofHours(1), 1);

    private final BoundedTrail bounded;
    private final AuditTrail trail;

    PagesRead(BoundedTrail bounded, AuditTrail trail) {
        this.bounded = bounded;
        this.trail = trail;
    }

    /**
     * Keeps that somebody has opened a page of a firm.
     *
     * @param person who
     * @param firm whose page
     * @param right what let them in
     * @param page its name
     * @param about what else the address named: ids
     */
    @PlatformTransaction
    public void ofFirm(
            UserAccountId person,
            FirmId firm,
            Right right,
            String page,
            Map<String, String> about) {
        Map<String, String> details = details(page, about);
        if (bounded.first(HOURLY, person + " " + firm + " " + details)) {
            trail.recordUse(firm, person, right, HOURLY.act(), details);
        }
    }

    /**
     * Keeps that an operator has opened a page of the service.
     *
     * @param operator who
     * @param page its name
     */
    @PlatformTransaction
    public void ofService(UserAccountId operator, String page) {
        Map<String, String> details = details(page, Map.of());
        if (bounded.first(HOURLY, operator + " " + details)) {
            trail.recordInService(operator, HOURLY.act(), details);
        }
    }

    private static Map<String, String> details(String page, Map<String, String> about) {
        Map<String, String> details = new TreeMap<>(about);
        details.put("page", page);
        return details;
    }
}
