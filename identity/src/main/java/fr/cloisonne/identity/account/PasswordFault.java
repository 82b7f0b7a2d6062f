package fr.cloisonne.identity.account;

/** What is wrong with a password. */
public enum PasswordFault {
    /** Too short. */
    SHORT,
    /** Longer than 128 characters. */
    LONG,
    /** One of those that are tried first: common, breached, or easily put together. */
    COMMON,
    /** It holds the name, the address or the firm. */
    CONTEXT,
    /** The rule of composition that is set here is not kept. */
    COMPOSITION
}
