package fr.cloisonne.identity.registration;

/** In what capacity a person registers for a structure. */
public enum Capacity {
    /** Its legal representative. */
    LEGAL_REPRESENTATIVE,
    /** Somebody empowered by the legal representative. */
    EMPOWERED
}
