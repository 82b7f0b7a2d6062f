package fr.cloisonne.identity.habilitation;

/** How far a right over an area goes. */
public enum Level {
    /** To look. */
    CONSULT,
    /** To act; whoever may act may look. */
    MODIFY
}
