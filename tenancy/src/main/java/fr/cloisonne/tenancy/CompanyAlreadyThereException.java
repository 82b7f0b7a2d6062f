package fr.cloisonne.tenancy;

import fr.cloisonne.tenancy.value.Siren;

/** The firm has a live mandate on this SIREN already. It says nothing of other firms. */
public class CompanyAlreadyThereException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses a second company of one SIREN.
     *
     * @param siren the SIREN
     */
    public CompanyAlreadyThereException(Siren siren) {
        super("The firm already holds a mandate on " + siren);
    }
}
