package fr.cloisonne.identity.registration;

/** Whether strangers may register, and what comes of it. */
public enum SignUp {
    /** A firm opens once an operator has approved it. */
    REQUEST,
    /** A firm opens at once. */
    OPEN,
    /** Nobody registers; people come by invitation. */
    OFF
}
