package fr.cloisonne.identity.technical;

/** How a client proves that it is itself. */
public enum ClientMethod {
    /** By a secret of ours. */
    SECRET,
    /** By an assertion that it signs with a private key of its own ({@code private_key_jwt}). */
    KEY,
    /** By nothing but the proof key of each request: a tool that cannot keep a secret. */
    NONE
}
