package fr.cloisonne.identity.audit;

import fr.cloisonne.db.outbox.Event;
import java.util.Map;
import java.util.UUID;

/**
 * What a person did with their account stands in the service's chain.
 *
 * @param account whose
 * @param act its code
 * @param shown what their firms read of it: ids and codes
 * @param row its number in that chain
 */
public record AccountActRecorded(UUID account, String act, Map<String, String> shown, long row)
        implements Event {

    /** Keeps a copy. */
    public AccountActRecorded {
        shown = Map.copyOf(shown);
    }

    @Override
    public String aggregate() {
        return "account/" + account;
    }
}
