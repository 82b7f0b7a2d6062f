package fr.cloisonne.tenancy.value;

/** A name that a firm has in addresses, or once had. */
public class ShortNameTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses a name.
     *
     * @param name the name
     */
    public ShortNameTakenException(FirmShortName name) {
        super(name + " is taken");
    }
}
