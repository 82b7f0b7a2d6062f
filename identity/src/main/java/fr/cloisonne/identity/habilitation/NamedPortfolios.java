package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The named portfolios of firms. */
@Component
public class NamedPortfolios {

    private static final String SELECT =
            """
            SELECT p.id, p.name, p.version, ARRAY(
              SELECT c.tenant_id FROM platform.portfolio_company c WHERE c.portfolio_id = p.id)
            FROM platform.portfolio p
            WHERE p.firm_id = :firm AND p.removed_at IS NULL
            """;

    private final JdbcClient platform;

    NamedPortfolios(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /**
     * All of a firm's.
     *
     * @param firm the firm
     * @return by name
     */
    @PlatformTransaction(readOnly = true)
    public List<PortfolioSheet> of(FirmId firm) {
        return platform.sql(SELECT + "ORDER BY lower(p.name)")
                .param("firm", firm.value())
                .query(NamedPortfolios::sheet)
                .list();
    }

    /**
     * What a portfolio is, or was, called.
     *
     * @param portfolio which
     * @return none if there never was one
     */
    @PlatformTransaction(readOnly = true)
    public Optional<String> name(PortfolioId portfolio) {
        return platform.sql("SELECT name FROM platform.portfolio WHERE id = ?")
                .param(portfolio.value())
                .query(String.class)
                .optional();
    }

    /** One of them, held until the transaction ends: nobody gives rights over it meanwhile. */
    Optional<PortfolioSheet> locked(FirmId firm, PortfolioId portfolio) {
        return platform.sql(SELECT + "AND p.id = :portfolio FOR UPDATE OF p")
                .param("firm", firm.value())
                .param("portfolio", portfolio.value())
                .query(NamedPortfolios::sheet)
                .optional();
    }

    private static PortfolioSheet sheet(ResultSet row, int number) throws SQLException {
        return new PortfolioSheet(
                new PortfolioId(row.getObject(1, UUID.class)),
                row.getString(2),
                Arrays.stream((UUID[]) row.getArray(4).getArray())
                        .map(TenantId::new)
                        .collect(Collectors.toSet()),
                row.getInt(3));
    }
}
