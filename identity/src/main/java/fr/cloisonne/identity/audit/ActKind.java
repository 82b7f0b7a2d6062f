package fr.cloisonne.identity.audit;

import java.util.Arrays;
import java.util.Optional;

/** What an act is about, by the first word of its code. */
public enum ActKind {
    /** Coming in and going out. */
    SIGN_IN("signin session proof sso"),
    /** How an account is guarded and linked. */
    ACCOUNT("account address identity factor recovery passkey password email"),
    /** Rights given, taken and asked for. */
    RIGHTS(
            "habilitation delegation absence substitute handover profile portfolio matrix review right"
                    + " request invitation attachment appointment join member administration seeing"),
    /** Client companies and their mandates. */
    COMPANIES("company mandate"),
    /** Deposits and invoices. */
    INVOICES("deposit invoice batch"),
    /** Providers and connections of the firm. */
    CONNECTIONS(
            "provider breakglass connection tool consent token client provisioning scim domain"),
    /** The firm itself, and the people of the service. */
    FIRM("firm operator schema"),
    /** What was refused for want of a right. */
    REFUSALS("refused"),
    /** Pages of an administration that were read, files that left. */
    READING("read export"),
    /** The journal itself: verified. */
    JOURNAL("audit");

    private final String words;

    ActKind(String words) {
        this.words = words;
    }

    String[] words() {
        return words.split(" ", -1);
    }

    /**
     * What an act is about.
     *
     * @param act its code
     * @return none if it is about nothing known
     */
    public static Optional<ActKind> of(String act) {
        String first = act.split("\\.", -1)[0];
        return Arrays.stream(values())
                .filter(kind -> Arrays.asList(kind.words()).contains(first))
                .findFirst();
    }
}
