package fr.cloisonne.identity.matrix;

import fr.cloisonne.identity.habilitation.PortfolioId;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the table, still empty. */
@Component
class MatrixPlaces {

    private static final String PLACES =
            """
            FROM (
              SELECT 0 AS kind, CAST(:firm AS uuid) AS id, ''::varchar AS name, NULL::varchar AS siren
              WHERE CAST(:portfolio AS uuid) IS NULL
              UNION ALL
              SELECT 1, p.id, p.name, NULL FROM platform.portfolio p
              WHERE p.firm_id = :firm AND p.removed_at IS NULL
                AND (CAST(:portfolio AS uuid) IS NULL OR p.id = :portfolio)
              UNION ALL
              SELECT 2, c.tenant_id, c.legal_name, c.siren
              FROM platform.mandate m JOIN platform.client_company c USING (tenant_id)
              WHERE m.firm_id = :firm AND c.state = 'OPEN' AND m.valid_from <= :today
                AND (m.valid_until IS NULL OR m.valid_until >= :today)
                AND (CAST(:portfolio AS uuid) IS NULL OR EXISTS (
                  SELECT 1 FROM platform.portfolio_company o
                  WHERE o.portfolio_id = :portfolio AND o.tenant_id = c.tenant_id))
            ) place
            WHERE (:text = '' OR extensions.plain(name) LIKE '%' || extensions.plain(:text) || '%'
                OR siren LIKE replace(:text, ' ', '') || '%')
              AND (:profile = '' OR EXISTS (
                SELECT 1 FROM platform.habilitation h
                WHERE h.place = place.id AND h.firm_id = :firm AND h.profile = :profile
                  AND h.revoked_at IS NULL AND (h.last_day IS NULL OR h.last_day >= :today)))
            """;

    private final JdbcClient platform;
    private final Clock clock;

    MatrixPlaces(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    int count(FirmId firm, MatrixFilter filter) {
        return statement("SELECT count(*) " + PLACES, firm, filter).query(Integer.class).single();
    }

    List<MatrixRow> page(FirmId firm, MatrixFilter filter, int offset, int limit) {
        return statement(
                        "SELECT kind, id, name, siren "
                                + PLACES
                                + " ORDER BY kind, extensions.plain(name), id LIMIT :limit OFFSET :offset",
                        firm,
                        filter)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> row(firm, row))
                .list();
    }

    private JdbcClient.StatementSpec statement(String sql, FirmId firm, MatrixFilter filter) {
        PortfolioId portfolio = filter.portfolio();
        return platform.sql(sql)
                .param("firm", firm.value())
                .param("today", LocalDate.now(clock))
                .param("text", Like.safe(filter.place()))
                .param("portfolio", portfolio == null ? null : portfolio.value())
                .param("profile", filter.profile() == null ? "" : filter.profile().code());
    }

    private static MatrixRow row(FirmId firm, ResultSet row) throws SQLException {
        UUID id = row.getObject(2, UUID.class);
        Scope scope =
                switch (row.getInt(1)) {
                    case 0 -> new Scope.WholeFirm(firm);
                    case 1 -> new Scope.OnePortfolio(firm, new PortfolioId(id));
                    default -> new Scope.OneCompany(firm, new TenantId(id));
                };
        return new MatrixRow(
                scope,
                scope instanceof Scope.WholeFirm ? null : row.getString(3),
                row.getString(4),
                Map.of());
    }
}
