package fr.cloisonne.identity.registration;

import fr.cloisonne.tenancy.value.Siren;
import java.io.Serializable;

/** What has become of a registration, as the person sees it who made it. */
public sealed interface FirmWish extends Serializable {

    /**
     * The firm has no name in addresses yet.
     *
     * @param legalName the firm
     * @param siren its SIREN
     * @param suggestion a name that may do
     */
    record ToName(String legalName, Siren siren, String suggestion) implements FirmWish {

        private static final long serialVersionUID = 1L;
    }

    /**
     * An operator looks at it.
     *
     * @param legalName the firm
     */
    record Waiting(String legalName) implements FirmWish {

        private static final long serialVersionUID = 1L;
    }

    /**
     * An operator has refused it.
     *
     * @param legalName the firm
     * @param reason why
     */
    record Refused(String legalName, String reason) implements FirmWish {

        private static final long serialVersionUID = 1L;
    }

    /** The firm is here already; its administrators have been asked. */
    record Asked() implements FirmWish {

        private static final long serialVersionUID = 1L;
    }
}
