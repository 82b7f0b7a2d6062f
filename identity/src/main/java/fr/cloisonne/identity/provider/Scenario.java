package fr.cloisonne.identity.provider;

/**
 * What goes wrong on purpose after a choice, so that a client's error pages can be seen. Named
 * after the scenarios of FranceConnect's mock identity provider.
 */
enum Scenario {
    /** Nothing. */
    NONE,
    /** Userinfo comes without {@code sub}. */
    DELETE_CLAIMS,
    /** Userinfo is an error of the server. */
    SERVER_RESPONSE,
    /** Userinfo comes after ten seconds. */
    DELAY,
    /** Userinfo is plain JSON. */
    UNSIGNED
}
