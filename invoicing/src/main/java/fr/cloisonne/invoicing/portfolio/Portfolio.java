package fr.cloisonne.invoicing.portfolio;

import fr.cloisonne.db.Cells;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.invoicing.FamilyCounts;
import fr.cloisonne.invoicing.StatusFamily;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * All the client companies that a person may consult, with their figures. The rights are read in
 * the platform, then one transaction a cell reads the projection of just these tenants.
 */
@Service
public class Portfolio {

    private final Habilitations habilitations;
    private final Cells cells;

    Portfolio(Habilitations habilitations, Cells cells) {
        this.habilitations = habilitations;
        this.cells = cells;
    }

    /**
     * A person's portfolio.
     *
     * @param person the person
     * @return by company name
     */
    public List<PortfolioLine> of(UserAccountId person) {
        List<ClientCompanyCard> companies = habilitations.clientCompaniesOf(person);
        Map<UUID, Map<StatusFamily, Integer>> counts = new HashMap<>();
        Map<UUID, Instant> deposits = new HashMap<>();
        for (String cell : cells.names()) {
            cells.inWork(cell, work -> read(work, companies, counts, deposits));
        }
        return companies.stream()
                .map(company ->
                        new PortfolioLine(
                                company,
                                new FamilyCounts(
                                        counts.getOrDefault(company.tenant().value(), Map.of())),
                                deposits.get(company.tenant().value())))
                .toList();
    }

    private static int read(
            JdbcClient work,
            List<ClientCompanyCard> companies,
            Map<UUID, Map<StatusFamily, Integer>> counts,
            Map<UUID, Instant> deposits) {
        allow(work, companies);
        work.sql("SELECT tenant_id, family, count FROM cell.tenant_counters")
                .query(row -> {
                    counts.computeIfAbsent(
                                    row.getObject(1, UUID.class),
                                    id -> new EnumMap<>(StatusFamily.class))
                            .put(StatusFamily.valueOf(row.getString(2)), row.getInt(3));
                });
        work.sql("SELECT tenant_id, last_deposit FROM cell.tenant_activity")
                .query(row -> {
                    deposits.put(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant());
                });
        return companies.size();
    }

    /** The second lock: row-level security shows the tenants named here, for this transaction. */
    private static void allow(JdbcClient work, List<ClientCompanyCard> companies) {
        String allowed =
                companies.stream()
                        .map(company -> company.tenant().toString())
                        .distinct()
                        .collect(Collectors.joining(","));
        work.sql("SELECT set_config('cloisonne.tenants', ?, true)")
                .param(allowed)
                .query(String.class)
                .single();
    }
}
