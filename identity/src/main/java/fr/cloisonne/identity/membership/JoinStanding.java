package fr.cloisonne.identity.membership;

/**
 * How the latest request of a newcomer stands.
 *
 * @param state waiting, accepted or refused
 * @param answer why, as the firm says; may be blank
 */
public record JoinStanding(State state, String answer) {

    /** Where it stands. */
    public enum State {
        /** Nobody has answered. */
        WAITING,
        /** An invitation went to the address. */
        ACCEPTED,
        /** The firm said no. */
        REFUSED
    }
}
