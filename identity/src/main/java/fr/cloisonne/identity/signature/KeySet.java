package fr.cloisonne.identity.signature;

/**
 * A set of keys that sign for one purpose. What one of them signed, no key of another set verifies.
 *
 * @param name the purpose
 */
public record KeySet(String name) {

    /** A sealed key put into another set does not open there. */
    String seal() {
        return name + " signing key";
    }
}
