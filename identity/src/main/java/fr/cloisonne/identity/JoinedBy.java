package fr.cloisonne.identity;

/** What showed that a person belongs to a firm. */
public enum JoinedBy {
    /** The firm's provider, and an address in a domain that the firm has proven. */
    DOMAIN,
    /** The firm's directory, and the person's own yes. */
    DIRECTORY,
    /** An invitation. */
    INVITATION,
    /** An administrator's yes to a request. */
    APPROVAL,
    /** They opened the firm. */
    FOUNDER,
    /** Two operators, on a proof and after a notice to the firm. */
    OPERATORS
}
