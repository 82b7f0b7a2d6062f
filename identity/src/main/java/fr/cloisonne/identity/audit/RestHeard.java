package fr.cloisonne.identity.audit;

import java.util.Map;

/** Hears what the service's chain says of what happened too often for rows of its own. */
public interface RestHeard {

    /**
     * In the transaction that says it.
     *
     * @param act its code
     * @param details ids and codes, {@code times} among them
     * @param row its number in the service's chain
     */
    void told(String act, Map<String, String> details, long row);
}
