package fr.cloisonne.identity.account;

/** How a link that was sent by mail stands. */
public enum LinkState {
    /** It opens. */
    OPEN,
    /** A newer one was sent, and that one opens. */
    RESENT,
    /** Its time is over. */
    EXPIRED,
    /** It has been used, or what it was for is done. */
    USED,
    /** It was taken back. */
    WITHDRAWN,
    /** Another account than the one signed in asked for it. */
    ANOTHERS,
    /** There is no such link. */
    UNKNOWN
}
