package fr.cloisonne.identity.habilitation;

/** Nobody asks of others what they do not have: the rule would shut its own author out. */
public class OwnFactorMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OwnFactorMissingException() {
        super("The administrator has no second factor");
    }
}
