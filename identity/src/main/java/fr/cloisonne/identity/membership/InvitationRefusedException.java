package fr.cloisonne.identity.membership;

import org.jspecify.annotations.Nullable;

/** An invitation that cannot be made, or cannot be accepted; it says why. */
public class InvitationRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Somebody of this address is there already. */
        MEMBER_ALREADY,
        /** This address is invited already. */
        INVITED_ALREADY,
        /** There is no such invitation for this person. */
        UNKNOWN,
        /** It stands otherwise than it must. */
        STATE
    }

    private final Reason reason;
    private final @Nullable InvitationState state;

    InvitationRefusedException(Reason reason) {
        super("Refused: " + reason);
        this.reason = reason;
        this.state = null;
    }

    InvitationRefusedException(InvitationState state) {
        super("Refused: the invitation is " + state);
        this.reason = Reason.STATE;
        this.state = state;
    }

    /**
     * Why.
     *
     * @return the rule
     */
    public Reason reason() {
        return reason;
    }

    /**
     * How the invitation stands, where that is why.
     *
     * @return the state, or null
     */
    public @Nullable InvitationState state() {
        return state;
    }
}
