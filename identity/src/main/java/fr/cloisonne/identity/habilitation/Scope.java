package fr.cloisonne.identity.habilitation;

import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.io.Serializable;
import java.util.UUID;
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
     * The firm, the portfolio or the company itself, as the tables keep it.
     *
     * @return its id
     */
    UUID place();

    /**
     * The one company it is about.
     *
     * @return the company, or null for more than one
     */
    default @Nullable TenantId company() {
        return null;
    }

    /**
     * The portfolio it is about.
     *
     * @return the portfolio, or null if it is not one
     */
    default @Nullable PortfolioId portfolio() {
        return null;
    }

    /**
     * The firm itself and each of its client companies, those of tomorrow included.
     *
     * @param firm the firm
     */
    record WholeFirm(FirmId firm) implements Scope {

        private static final long serialVersionUID = 1L;

        @Override
        public UUID place() {
            return firm.value();
        }
    }

    /**
     * The companies of a named portfolio, each from the moment it is put there.
     *
     * @param firm the firm
     * @param portfolio the portfolio
     */
    record OnePortfolio(FirmId firm, PortfolioId portfolio) implements Scope {

        private static final long serialVersionUID = 1L;

        @Override
        public UUID place() {
            return portfolio.value();
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

        @Override
        public UUID place() {
            return company.value();
        }
    }

    /**
     * Puts a scope together.
     *
     * @param firm the firm
     * @param company the company, or null for the whole firm
     * @return the scope
     */
    static Scope of(FirmId firm, @Nullable TenantId company) {
        return of(firm, company == null ? null : company.value(), null);
    }

    /**
     * The scope of a row.
     *
     * @param firm the firm
     * @param company the company, if it is one
     * @param portfolio the portfolio, if it is one
     * @return the scope, the whole firm where it is neither
     */
    static Scope of(FirmId firm, @Nullable UUID company, @Nullable UUID portfolio) {
        if (company != null) {
            return new OneCompany(firm, new TenantId(company));
        }
        return portfolio == null
                ? new WholeFirm(firm)
                : new OnePortfolio(firm, new PortfolioId(portfolio));
    }
}
