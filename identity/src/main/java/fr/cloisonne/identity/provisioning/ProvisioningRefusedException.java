package fr.cloisonne.identity.provisioning;

import fr.cloisonne.identity.habilitation.DelegationRefusedException;

/** What a directory or an administrator asked for and cannot have; the reason names the rule. */
public class ProvisioningRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The rules. */
    public enum Reason {
        /** No such thing in this firm. */
        NOT_FOUND,
        /** The firm has one of that name already. */
        TAKEN,
        /** A value that is missing, too long or not of its kind. */
        VALUE,
        /** It was changed meanwhile. */
        VERSION,
        /** A firm keeps one administrator at least. */
        LAST_ADMINISTRATOR,
        /** A firm that requires its provider keeps two who can come in without it. */
        BREAK_GLASS_NEEDED,
        /** An administrator suspended them, and only an administrator takes that back. */
        SUSPENDED_HERE,
        /** More than a firm may have. */
        TOO_MANY,
        /** The profile gives power over rights; the group is not armed for that. */
        NOT_ARMED,
        /** A second rotation while the first is still under way. */
        ROTATING,
        /** One of that name is there already; its token was shown. */
        THERE_ALREADY
    }

    private final Reason reason;
    private final String about;

    /**
     * Refuses.
     *
     * @param reason the rule
     * @param about the attribute, or the id of what is in the way; may be empty
     */
    public ProvisioningRefusedException(Reason reason, String about) {
        super("Refused: " + reason + " " + about);
        this.reason = reason;
        this.about = about;
    }

    static ProvisioningRefusedException kept(DelegationRefusedException refused, String about) {
        return new ProvisioningRefusedException(
                refused.reason() == DelegationRefusedException.Reason.BREAK_GLASS_NEEDED
                        ? Reason.BREAK_GLASS_NEEDED
                        : Reason.LAST_ADMINISTRATOR,
                about);
    }

    /**
     * Why.
     *
     * @return the rule
     */
    public Reason reason() {
        return reason;
    }

    /**
     * What it is about.
     *
     * @return an attribute or an id, or an empty text
     */
    public String about() {
        return about;
    }
}
