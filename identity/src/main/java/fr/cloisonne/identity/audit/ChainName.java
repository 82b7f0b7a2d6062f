package fr.cloisonne.identity.audit;

import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.io.Serializable;

/** Which chain. */
public sealed interface ChainName extends Serializable {

    /** The service's own. */
    record OfService() implements ChainName {

        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return "service";
        }
    }

    /**
     * A firm's.
     *
     * @param firm the firm
     */
    record OfFirm(FirmShortName firm) implements ChainName {

        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return "firm " + firm;
        }
    }

    /**
     * A client company's.
     *
     * @param company the company
     */
    record OfCompany(TenantId company) implements ChainName {

        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return "company " + company;
        }
    }
}
