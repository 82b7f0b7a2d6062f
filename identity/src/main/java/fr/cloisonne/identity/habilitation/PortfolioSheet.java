package fr.cloisonne.identity.habilitation;

import fr.cloisonne.tenancy.value.TenantId;
import java.io.Serializable;
import java.util.Set;

/**
 * A named portfolio: a set of a firm's client companies over which rights are given together.
 *
 * @param id which
 * @param name as the firm calls it, unique in the firm
 * @param companies what is in it
 * @param version grows with each change
 */
public record PortfolioSheet(PortfolioId id, String name, Set<TenantId> companies, int version)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
