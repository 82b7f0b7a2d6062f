package fr.cloisonne.invoicing.portfolio;

import fr.cloisonne.invoicing.FamilyCounts;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One client company in the portfolio, with what awaits there. */
public record PortfolioLine(
        ClientCompanyCard company, FamilyCounts counts, @Nullable Instant lastDeposit)
        implements Serializable {}
