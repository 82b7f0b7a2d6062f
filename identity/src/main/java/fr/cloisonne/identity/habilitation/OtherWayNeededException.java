package fr.cloisonne.identity.habilitation;

import fr.cloisonne.tenancy.value.FirmShortName;

/**
 * The session was opened by a firm's provider, and this is about another firm: one of that firm's
 * own ways in is needed, or a proof here. Whether there is such a firm is not said.
 */
public class OtherWayNeededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FirmShortName firm;

    OtherWayNeededException(FirmShortName firm) {
        super("The session does not speak for " + firm);
        this.firm = firm;
    }

    /**
     * What it is about.
     *
     * @return the firm, as the address names it
     */
    public FirmShortName firm() {
        return firm;
    }
}
