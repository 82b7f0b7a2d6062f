package fr.cloisonne.identity.habilitation;

/** Of whom a firm asks a second factor. */
public enum FactorRule {
    /** Of nobody; who has one is asked for it all the same. */
    NOBODY,
    /** Of its administrators. */
    ADMINISTRATORS,
    /** Of everybody who does anything in it. */
    EVERYBODY
}
