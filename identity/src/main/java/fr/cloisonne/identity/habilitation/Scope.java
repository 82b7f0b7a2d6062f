package fr.cloisonne.identity.habilitation;

import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a habilitation holds. */
public sealed interface Scope extends Serializable {

    /**
     * The firm it is about.
     *
     * @return the firm
     */
    FirmId firm();

    /**
     * The one company it is about.
     *
     * @return the company, or null for the whole firm
     */
    @Nullable TenantId company();

    /**
     * The firm itself and each of its client companies, those of tomorrow included.
     *
     * @param firm the firm
     */
    record WholeFirm(FirmId firm) implements Scope {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable TenantId company() {
            return null;
        }
    }

    /**
     * One client company of the firm.
     *
     * @param firm the firm
     * @param company the company
     */
    record OneCompany(FirmId firm, TenantId company) implements Scope {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Puts a scope together.
     *
     * @param firm the firm
     * @param company the company, or null for the whole firm
     * @return the scope
     */
    static Scope of(FirmId firm, @Nullable TenantId company) {
        return company == null ? new WholeFirm(firm) : new OneCompany(firm, company);
    }

    /**
     * Whether what holds here holds in the other scope too.
     *
     * @param other the other scope
     * @return true for the same scope, and for a company of this whole firm
     */
    default boolean covers(Scope other) {
        return firm().equals(other.firm())
                && (company() == null || Objects.equals(company(), other.company()));
    }
}
