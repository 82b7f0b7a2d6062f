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
    WITHDRAWN,
    /** The invited said no. */
    DECLINED;

    /** Whether it waits for its answer. */
    public boolean open() {
        return this == PENDING || this == RESENT;
    }

    /** Whether nothing becomes of it any more. */
    public boolean over() {
        return this == USED || this == WITHDRAWN || this == DECLINED;
    }
}
