package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A firm's rights at a glance, for one who may hand them out. */
@Component
public class HabilitationPage {

    private static final String LINES =
            """
            SELECT h.id, NULL::uuid AS delegation, h.holder_id, h.tenant_id, c.legal_name, h.profile,
                   NULL::uuid AS giver, NULL::date AS first_day, NULL::date AS last_day
            FROM platform.habilitation h
            LEFT JOIN platform.client_company c USING (tenant_id)
            WHERE h.firm_id = :firm AND h.revoked_at IS NULL
            UNION ALL
            SELECT NULL, d.id, d.holder_id, d.tenant_id, c.legal_name, d.profile,
                   d.giver_id, d.first_day, d.last_day
            FROM platform.delegation d
            LEFT JOIN platform.client_company c USING (tenant_id)
            WHERE d.firm_id = :firm AND d.revoked_at IS NULL AND d.last_day >= :today
            """;

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final UserAccounts accounts;
    private final Clock clock;

    HabilitationPage(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            UserAccounts accounts,
            Clock clock) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.accounts = accounts;
        this.clock = clock;
    }

    private record Line(
            @Nullable HabilitationId habilitation,
            @Nullable DelegationId delegation,
            UserAccountId holder,
            Scope scope,
            @Nullable String companyName,
            Profile profile,
            @Nullable UserAccountId giver,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    /**
     * All that is held in a firm: habilitations, and delegations that are not over.
     *
     * @param asker needs {@link Right#DELEGATE} in the firm
     * @param firm the firm
     * @return by holder
     */
    @PlatformTransaction(readOnly = true)
    public List<HabilitationLine> of(UserAccountId asker, FirmShortName firm) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.DELEGATE);
        LocalDate today = LocalDate.now(clock);
        List<Line> lines =
                platform.sql(LINES)
                        .param("firm", card.id().value())
                        .param("today", today)
                        .query((row, n) -> line(row, card.id()))
                        .list();
        Map<UserAccountId, PersonCard> people =
                accounts.cards(
                        lines.stream()
                                .flatMap(line -> Stream.of(line.holder(), line.giver()))
                                .filter(Objects::nonNull)
                                .toList());
        return lines.stream().map(line -> named(line, people, today)).toList();
    }

    /**
     * The colleagues to whom rights can be given.
     *
     * @param asker needs {@link Right#DELEGATE} in the firm
     * @param firm the firm
     * @return by name
     */
    @PlatformTransaction(readOnly = true)
    public List<PersonCard> colleagues(UserAccountId asker, FirmShortName firm) {
        return accounts.colleaguesOf(habilitations.requireInFirm(asker, firm, Right.DELEGATE).id());
    }

    private static Line line(ResultSet row, FirmId firm) throws SQLException {
        UUID habilitation = row.getObject(1, UUID.class);
        UUID delegation = row.getObject(2, UUID.class);
        UUID company = row.getObject(4, UUID.class);
        UUID giver = row.getObject(7, UUID.class);
        return new Line(
                habilitation == null ? null : new HabilitationId(habilitation),
                delegation == null ? null : new DelegationId(delegation),
                new UserAccountId(row.getObject(3, UUID.class)),
                Scope.of(firm, company == null ? null : new TenantId(company)),
                row.getString(5),
                Profile.valueOf(row.getString(6)),
                giver == null ? null : new UserAccountId(giver),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class));
    }

    private static HabilitationLine named(
            Line line, Map<UserAccountId, PersonCard> people, LocalDate today) {
        return new HabilitationLine(
                line.habilitation(),
                line.delegation(),
                Objects.requireNonNull(people.get(line.holder())),
                line.scope(),
                line.companyName(),
                line.profile(),
                line.giver() == null ? null : people.get(line.giver()),
                line.first(),
                line.last(),
                line.first() == null || !line.first().isAfter(today));
    }
}
