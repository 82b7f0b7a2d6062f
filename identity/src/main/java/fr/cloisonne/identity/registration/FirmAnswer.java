package fr.cloisonne.identity.registration;

/** What comes of asking for one more firm. */
public enum FirmAnswer {
    /** The firm is here: its administrators are asked. */
    ASKED,
    /** The person has asked already, and waits. */
    WAITS,
    /** The person belongs to it already. */
    BELONGS,
    /** The firm is not here: the person names it. */
    TO_NAME
}
