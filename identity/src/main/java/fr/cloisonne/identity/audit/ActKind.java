package fr.cloisonne.identity.audit;

/** What an act is about, by the first word of its code. */
public enum ActKind {
    /** Coming in and going out. */
    SIGN_IN("signin session proof sso"),
    /** How an account is guarded and linked. */
    ACCOUNT("account identity factor recovery passkey password email"),
    /** Rights given, taken and asked for. */
    RIGHTS(
            "habilitation delegation handover profile portfolio request invitation member administration"),
    /** Client companies and their mandates. */
    COMPANIES("company mandate"),
    /** Deposits and invoices. */
    INVOICES("deposit invoice batch"),
    /** Providers and connections of the firm. */
    CONNECTIONS("provider connection client scim domain"),
    /** The journal itself: read, verified, exported. */
    JOURNAL("audit");

    private final String words;

    ActKind(String words) {
        this.words = words;
    }

    String[] words() {
        return words.split(" ", -1);
    }
}
