package fr.cloisonne.identity.signin;

/** Something by which a person has proven who they are. */
public enum Factor {
    /** The account's password. */
    PASSWORD,
    /** A passkey. */
    PASSKEY,
    /** The word of an identity provider. */
    PROVIDER,
    /** A link to the account's mailbox, for whoever has nothing else. */
    MAILBOX,
    /** A one-time code of an authenticator. */
    TOTP,
    /** One of the recovery codes. */
    RECOVERY_CODE
}
