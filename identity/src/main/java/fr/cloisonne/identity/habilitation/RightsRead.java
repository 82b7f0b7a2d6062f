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

    private static final String HABILITATION =
            """
            SELECT h.holder_id, h.firm_id, c.legal_name, h.profile, h.granted_by,
                   NULL::date, NULL::date
            FROM platform.habilitation h
            LEFT JOIN platform.client_company c USING (tenant_id)
            WHERE h.id = ?
            """;

    private static final String DELEGATION =
            """
            SELECT d.holder_id, d.firm_id, c.legal_name, d.profile, d.giver_id,
                   d.first_day, d.last_day
            FROM platform.delegation d
            LEFT JOIN platform.client_company c USING (tenant_id)
            WHERE d.id = ?
            """;

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
            @Nullable String company,
            Profile profile,
            @Nullable UserAccountId giver,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

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
        return platform.sql(statement).param(id).query(RightsRead::row).optional().map(this::named);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        UUID giver = row.getObject(5, UUID.class);
        return new Row(
                new UserAccountId(row.getObject(1, UUID.class)),
                new FirmId(row.getObject(2, UUID.class)),
                row.getString(3),
                Profile.valueOf(row.getString(4)),
                giver == null ? null : new UserAccountId(giver),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class));
    }

    private RightNews named(Row row) {
        Map<UserAccountId, PersonCard> people =
                accounts.cards(
                        Stream.of(row.holder(), row.giver()).filter(Objects::nonNull).toList());
        return new RightNews(
                Objects.requireNonNull(people.get(row.holder())),
                firms.cards(List.of(row.firm())).getFirst(),
                row.company(),
                row.profile(),
                row.giver() == null ? null : people.get(row.giver()),
                row.first(),
                row.last());
    }
}
