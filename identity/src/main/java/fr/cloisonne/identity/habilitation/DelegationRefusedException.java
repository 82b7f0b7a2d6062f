package fr.cloisonne.identity.habilitation;

/** A grant or a delegation that the rules of the house forbid; the reason names the rule. */
public class DelegationRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The rules. */
    public enum Reason {
        /** Nobody gives more than what they hold themselves, by their own habilitation. */
        BEYOND_OWN_RIGHTS,
        /** Not to oneself. */
        TO_ONESELF,
        /** The colleague is not of this firm. */
        NOT_A_COLLEAGUE,
        /** A company, a portfolio or a profile that is not of this firm. */
        NOT_OF_THE_FIRM,
        /** More at once than one act can carry. */
        TOO_MUCH,
        /** A name that is empty, too long, or written with characters that nobody sees. */
        NAME,
        /** A name that the firm gave already. */
        NAME_TAKEN,
        /** Held by somebody. */
        IN_USE,
        /** An answer without its reason. */
        ANSWER_MISSING,
        /** A profile without any right. */
        NOTHING,
        /** The person holds nothing there by themselves. */
        NOTHING_HELD,
        /** Somebody else changed it after it was read. */
        CHANGED_MEANWHILE,
        /** The days are past, turned round, or more than twelve months apart. */
        DATES,
        /** Whoever leaves does not do it themselves: another administrator does. */
        OWN_DEPARTURE,
        /** The act needs a reason. */
        REASON_MISSING,
        /** A firm keeps one administrator at least. */
        LAST_ADMINISTRATOR,
        /** A firm that requires its provider keeps two who can come in without it. */
        BREAK_GLASS_NEEDED,
        /** There already. */
        ALREADY_THERE,
        /** Not there, or not yours to revoke. */
        NOT_FOUND
    }

    private final Reason reason;

    /**
     * Refuses.
     *
     * @param reason the rule
     */
    public DelegationRefusedException(Reason reason) {
        super("Refused: " + reason);
        this.reason = reason;
    }

    /**
     * Why.
     *
     * @return the rule
     */
    public Reason reason() {
        return reason;
    }
}
