package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rights as news: what one of them says, whether it still lives or has ended. */
@Component
public class RightsRead {

    private static final String NAMES =
            """
            LEFT JOIN platform.client_company c ON c.tenant_id = %1$s.tenant_id
            LEFT JOIN platform.portfolio o ON o.id = %1$s.portfolio_id
            JOIN platform.profile p ON p.code = %1$s.profile
            """;

    private static final String HABILITATION =
            """
            SELECT h.holder_id, h.firm_id, h.granted_by, NULL::date, NULL::date,
                   h.tenant_id, h.portfolio_id, coalesce(c.legal_name, o.name), h.profile, p.name
            FROM platform.habilitation h
            """
                    + NAMES.formatted("h")
                    + "WHERE h.id = ?";

    private static final String DELEGATION =
            """
            SELECT d.holder_id, d.firm_id, d.giver_id, d.first_day, d.last_day,
                   t.tenant_id, t.portfolio_id, coalesce(c.legal_name, o.name), t.profile, p.name
            FROM platform.delegation d
            JOIN platform.delegation_part t ON t.delegation_id = d.id
            """
                    + NAMES.formatted("t")
                    + "WHERE d.id = ? ORDER BY 8, 10";

    private final JdbcClient platform;
    private final UserAccounts accounts;
    private final Firms firms;

    RightsRead(@Qualifier("platformJdbc") JdbcClient platform, UserAccounts accounts, Firms firms) {
        this.platform = platform;
        this.accounts = accounts;
        this.firms = firms;
    }

    private record Row(
            UserAccountId holder,
            FirmId firm,
            @Nullable UserAccountId giver,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            RightPart part) {}

    /**
     * A habilitation.
     *
     * @param habilitation which
     * @return what it says, if there ever was one
     */
    @PlatformTransaction(readOnly = true)
    public Optional<RightNews> news(HabilitationId habilitation) {
        return read(HABILITATION, habilitation.value());
    }

    /**
     * A delegation.
     *
     * @param delegation which
     * @return what it says, if there ever was one
     */
    @PlatformTransaction(readOnly = true)
    public Optional<RightNews> news(DelegationId delegation) {
        return read(DELEGATION, delegation.value());
    }

    private Optional<RightNews> read(String statement, UUID id) {
        List<Row> rows = platform.sql(statement).param(id).query(RightsRead::row).list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(named(rows));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        FirmId firm = new FirmId(row.getObject(2, UUID.class));
        UUID giver = row.getObject(3, UUID.class);
        Scope scope = Scope.of(firm, row.getObject(6, UUID.class), row.getObject(7, UUID.class));
        return new Row(
                new UserAccountId(row.getObject(1, UUID.class)),
                firm,
                giver == null ? null : new UserAccountId(giver),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                new RightPart(
                        scope, row.getString(8), new Profile(row.getString(9)), row.getString(10)));
    }

    private RightNews named(List<Row> rows) {
        Row row = rows.getFirst();
        Map<UserAccountId, PersonCard> people =
                accounts.cards(
                        Stream.of(row.holder(), row.giver()).filter(Objects::nonNull).toList());
        return new RightNews(
                Objects.requireNonNull(people.get(row.holder())),
                firms.cards(List.of(row.firm())).getFirst(),
                rows.stream().map(Row::part).toList(),
                row.giver() == null ? null : people.get(row.giver()),
                row.first(),
                row.last());
    }
}
