package fr.cloisonne.identity.audit;

import java.io.Serializable;

/**
 * The end of a chain at a moment: what was written before it cannot change without breaking it.
 *
 * @param n number of the last row
 * @param hash its hash
 */
public record AuditSeal(long n, String hash) implements Serializable {

    private static final long serialVersionUID = 1L;
}
