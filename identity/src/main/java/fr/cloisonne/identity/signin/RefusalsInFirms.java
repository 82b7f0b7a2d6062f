package fr.cloisonne.identity.signin;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.db.outbox.EventConsumer;
import fr.cloisonne.db.outbox.RecordedEvent;
import fr.cloisonne.identity.UserAccountId;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Carries a refused sign-in into the chains of the account's firms. */
@Component
class RefusalsInFirms implements EventConsumer {

    private final SignInRecords records;

    RefusalsInFirms(SignInRecords records) {
        this.records = records;
    }

    @Override
    public String name() {
        return "identity.refusals-in-firms";
    }

    @Override
    public Set<Class<? extends Event>> takes() {
        return Set.of(SignInRefused.class, SignInsRefused.class);
    }

    @Override
    public void take(Event event, RecordedEvent recorded) {
        switch (event) {
            case SignInRefused refused when refused.account() != null ->
                    records.refusedInFirms(
                            new UserAccountId(refused.account()), refused.reason(), refused.row());
            case SignInsRefused more ->
                    records.moreRefusedInFirms(
                            new UserAccountId(more.account()), more.times(), more.row());
            default -> {
                // Of an address that is nobody's.
            }
        }
    }
}
