package fr.cloisonne.identity.membership;

/** How a request stands. */
public enum RequestState {
    /** Nobody has answered yet. */
    WAITING,
    /** The right was given. */
    GRANTED,
    /** The right was not given. */
    REFUSED,
    /** Whoever asked asks no more. */
    WITHDRAWN
}
