package fr.cloisonne.company;

import fr.cloisonne.tenancy.value.Siren;

/** The firm holds a live mandate on this SIREN already. It says nothing of other firms. */
public class CompanyKnownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CompanyKnownException(Siren siren, Throwable cause) {
        super("The firm already holds a mandate on " + siren, cause);
    }
}
