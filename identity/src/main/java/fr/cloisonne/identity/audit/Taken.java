package fr.cloisonne.identity.audit;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** A file that leaves: who takes what, from where, by which right. */
public sealed interface Taken extends Serializable {

    /**
     * Who takes it.
     *
     * @return the person
     */
    UserAccountId person();

    /**
     * What it is.
     *
     * @return a code
     */
    String what();

    /**
     * What else there is to say of it.
     *
     * @return ids and codes
     */
    Map<String, String> details();

    /**
     * Out of a firm, for one who has just proven who they are.
     *
     * @param person who takes it
     * @param firm the firm
     * @param right what is needed over the whole of it
     * @param what a code
     * @param details ids and codes
     */
    record OfFirm(
            UserAccountId person,
            FirmShortName firm,
            Right right,
            String what,
            Map<String, String> details)
            implements Taken {

        private static final long serialVersionUID = 1L;

        /**
         * The same, with more to say of it.
         *
         * @param name of what
         * @param code an id or a code
         * @return another
         */
        public OfFirm with(String name, String code) {
            Map<String, String> more = new TreeMap<>(details);
            more.put(name, code);
            return new OfFirm(person, firm, right, what, Map.copyOf(more));
        }
    }

    /**
     * Out of a client company.
     *
     * @param person who takes it
     * @param company the company's address
     * @param right what is needed there
     * @param what a code
     * @param details ids and codes
     */
    record OfCompany(
            UserAccountId person,
            CompanyPath company,
            Right right,
            String what,
            Map<String, String> details)
            implements Taken {

        private static final long serialVersionUID = 1L;
    }

    /**
     * What operators keep, for one of them who has just proven who they are.
     *
     * @param person who takes it
     * @param what a code
     * @param details ids and codes
     */
    record OfService(UserAccountId person, String what, Map<String, String> details)
            implements Taken {

        private static final long serialVersionUID = 1L;
    }
}
