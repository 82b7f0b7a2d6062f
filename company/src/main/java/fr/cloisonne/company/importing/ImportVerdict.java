package fr.cloisonne.company.importing;

/** What becomes of a line: the first four before anything is done, the others after. */
public enum ImportVerdict {
    /** It can be added as it stands. */
    READY,
    /** It can be added once the correction that is proposed is taken over. */
    CORRECTABLE,
    /** The firm has this company already. */
    KNOWN,
    /** It cannot be added; each fault says why and what to do. */
    REFUSED,
    /** Its turn has not come. */
    WAITING,
    /** It is being added at this moment. */
    BEGUN,
    /** The company is there. */
    ADDED,
    /** The import was stopped before its turn. */
    DROPPED
}
