package fr.cloisonne.identity.audit;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.db.outbox.EventConsumer;
import fr.cloisonne.db.outbox.RecordedEvent;
import fr.cloisonne.identity.UserAccountId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Carries what a person did with their account into the chains of their firms, by reference. */
@Component
class AccountActsInFirms implements EventConsumer {

    private final AccountFirms firms;
    private final AuditTrail trail;

    AccountActsInFirms(AccountFirms firms, AuditTrail trail) {
        this.firms = firms;
        this.trail = trail;
    }

    @Override
    public String name() {
        return "identity.account-acts-in-firms";
    }

    @Override
    public Set<Class<? extends Event>> takes() {
        return Set.of(AccountActRecorded.class);
    }

    @Override
    public void take(Event event, RecordedEvent recorded) {
        if (event instanceof AccountActRecorded done) {
            UserAccountId account = new UserAccountId(done.account());
            Map<String, String> details = new TreeMap<>(done.shown());
            details.put("service", Long.toString(done.row()));
            firms.of(account).forEach(firm -> trail.refer(firm, account, done.act(), details));
        }
    }
}
