package fr.cloisonne.identity.maildomain;

/** What showed that a domain is a firm's. */
public enum DomainProof {
    /** The domain's own zone publishes what it was asked to. */
    DNS,
    /** An operator looked at a document. */
    OPERATOR
}
