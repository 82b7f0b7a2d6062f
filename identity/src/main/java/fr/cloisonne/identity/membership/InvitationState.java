package fr.cloisonne.identity.membership;

/** How an invitation stands. */
public enum InvitationState {
    /** It waits for its answer. */
    PENDING,
    /** It was sent again, and waits. */
    RESENT,
    /** Its time is over. */
    EXPIRED,
    /** It was accepted. */
    USED,
    /** It was taken back. */
    WITHDRAWN
}
