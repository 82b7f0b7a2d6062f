package fr.cloisonne.identity.federation;

import java.io.Serializable;

/**
 * One thing that a try-out looks at.
 *
 * @param subject what
 * @param outcome how it went
 * @param detail a code of a fixed set, or what was found; may be blank
 */
public record TryCheck(Subject subject, Outcome outcome, String detail) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What is looked at, in this order. */
    public enum Subject {
        /** The discovery document. */
        DISCOVERY,
        /** The published keys. */
        KEYS,
        /** How we prove that it is us. */
        CLIENT,
        /** Sign-out, as far as the settings ask for it. */
        SIGN_OUT,
        /** The answer to a sign-in: code, ID token, userinfo. */
        ANSWER,
        /** The level reached. */
        LEVEL,
        /** Name and address. */
        CLAIMS
    }

    /** How it went. */
    public enum Outcome {
        /** As it should be. */
        GOOD,
        /** It works, but something is to be known. */
        WARNING,
        /** It does not work. */
        BAD,
        /** Not looked at yet: it needs a sign-in there. */
        WAITING
    }
}
