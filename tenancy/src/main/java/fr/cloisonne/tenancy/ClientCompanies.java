package fr.cloisonne.tenancy;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.SizeCategory;
import fr.cloisonne.tenancy.value.TenantId;
import fr.cloisonne.tenancy.value.VatNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The client companies as the catalogue knows them: those that are open and under a mandate that
 * holds today. Who may see them is not asked here.
 */
@Component
public class ClientCompanies {

    private static final String SELECT =
            """
            SELECT c.tenant_id, m.firm_id, f.short_name, c.siren, c.legal_name, c.vat_number,
                   c.size_category
            FROM platform.mandate m
            JOIN platform.client_company c USING (tenant_id)
            JOIN platform.firm f ON f.id = m.firm_id
            WHERE c.state = 'OPEN' AND m.valid_from <= :today
              AND (m.valid_until IS NULL OR m.valid_until >= :today)
            """;

    private final JdbcClient platform;
    private final Clock clock;

    ClientCompanies(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /**
     * The company at an address.
     *
     * @param path firm and SIREN
     * @return the company, if it is open to that firm
     */
    @PlatformTransaction(readOnly = true)
    public Optional<ClientCompanyCard> at(CompanyPath path) {
        return select("AND f.short_name = :firm AND c.siren = :siren")
                .param("firm", path.firm().value())
                .param("siren", path.siren().value())
                .query(ClientCompanies::card)
                .optional();
    }

    /**
     * All companies of some firms.
     *
     * @param firms the firms
     * @return by name
     */
    @PlatformTransaction(readOnly = true)
    public List<ClientCompanyCard> ofFirms(Collection<FirmId> firms) {
        return select("AND m.firm_id = ANY (:firms) ORDER BY c.legal_name, c.siren")
                .param("firms", firms.stream().map(FirmId::value).toArray(UUID[]::new))
                .query(ClientCompanies::card)
                .list();
    }

    /**
     * Some companies, each under every mandate that holds.
     *
     * @param tenants the companies
     * @return by name
     */
    @PlatformTransaction(readOnly = true)
    public List<ClientCompanyCard> cards(Collection<TenantId> tenants) {
        return select("AND c.tenant_id = ANY (:tenants) ORDER BY c.legal_name, c.siren")
                .param("tenants", tenants.stream().map(TenantId::value).toArray(UUID[]::new))
                .query(ClientCompanies::card)
                .list();
    }

    /**
     * Open companies in the order of their ids, for work that goes through all of them.
     *
     * @param after the last one of the page before; nil for the first page
     * @param limit how many
     * @return their ids
     */
    @PlatformTransaction(readOnly = true)
    public List<TenantId> open(UUID after, int limit) {
        return platform.sql(
                        "SELECT tenant_id FROM platform.client_company WHERE state = 'OPEN' AND tenant_id > ? ORDER BY tenant_id LIMIT ?")
                .params(after, limit)
                .query((row, n) -> new TenantId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * How many companies a firm has taken on lately, those in the making included.
     *
     * @param firm which
     * @param since since when
     * @return how many
     */
    @PlatformTransaction(readOnly = true)
    public int madeSince(FirmId firm, Instant since) {
        return platform.sql(
                        "SELECT count(*) FROM platform.client_company WHERE holder_firm_id = ? AND created_at > ?")
                .params(firm.value(), Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /**
     * A company of a firm, in the making or open.
     *
     * @param tenant which
     * @param open whether its pages are open
     * @param madeAt when its making began
     */
    public record Taken(TenantId tenant, boolean open, Instant madeAt) {}

    /**
     * The company that a firm has under a SIREN.
     *
     * @param firm the firm
     * @param siren the number
     * @return one in the making too
     */
    @PlatformTransaction(readOnly = true)
    public Optional<Taken> taken(FirmId firm, Siren siren) {
        return platform.sql(
                        """
                        SELECT c.tenant_id, c.state = 'OPEN', c.created_at
                        FROM platform.mandate m JOIN platform.client_company c USING (tenant_id)
                        WHERE m.firm_id = ? AND m.siren = ? AND m.valid_until IS NULL
                        """)
                .params(firm.value(), siren.value())
                .query((row, n) ->
                        new Taken(
                                new TenantId(row.getObject(1, UUID.class)),
                                row.getBoolean(2),
                                row.getTimestamp(3).toInstant()))
                .optional();
    }

    /**
     * Which of these a firm has already.
     *
     * @param firm the firm
     * @param sirens some numbers
     * @return those that it has, in the making or open
     */
    @PlatformTransaction(readOnly = true)
    public Set<Siren> taken(FirmId firm, Collection<Siren> sirens) {
        return platform
                .sql(
                        "SELECT siren FROM platform.mandate WHERE firm_id = ? AND siren = ANY (?) AND valid_until IS NULL")
                .params(
                        firm.value(),
                        sirens.stream().map(Siren::value).distinct().toArray(String[]::new))
                .query((row, n) -> new Siren(row.getString(1)))
                .stream()
                .collect(Collectors.toSet());
    }

    private JdbcClient.StatementSpec select(String where) {
        return platform.sql(SELECT + where).param("today", LocalDate.now(clock));
    }

    private static ClientCompanyCard card(ResultSet row, int number) throws SQLException {
        String vat = row.getString(6);
        return new ClientCompanyCard(
                new TenantId(row.getObject(1, UUID.class)),
                new FirmId(row.getObject(2, UUID.class)),
                new CompanyPath(new FirmShortName(row.getString(3)), new Siren(row.getString(4))),
                row.getString(5),
                vat == null ? null : new VatNumber(vat),
                SizeCategory.valueOf(row.getString(7)));
    }
}
