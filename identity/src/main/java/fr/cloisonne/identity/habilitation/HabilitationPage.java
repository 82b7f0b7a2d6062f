package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.HabilitationLine.Part;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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
            SELECT h.id, NULL::uuid AS delegation, h.holder_id, NULL::uuid AS giver,
                   NULL::date AS first_day, NULL::date AS last_day,
                   h.tenant_id, h.portfolio_id, h.profile
            FROM platform.habilitation h
            WHERE h.firm_id = :firm AND h.revoked_at IS NULL
            UNION ALL
            SELECT NULL, d.id, d.holder_id, d.giver_id, d.first_day, d.last_day,
                   t.tenant_id, t.portfolio_id, t.profile
            FROM platform.delegation d
            JOIN platform.delegation_part t ON t.delegation_id = d.id
            WHERE d.firm_id = :firm AND d.revoked_at IS NULL AND d.last_day >= :today
            """;

    private static final String NAMED =
            "SELECT l.*, coalesce(c.legal_name, o.name) AS place_name, p.name AS profile_name FROM ("
                    + LINES
                    + """
                    ) l
                    LEFT JOIN platform.client_company c ON c.tenant_id = l.tenant_id
                    LEFT JOIN platform.portfolio o ON o.id = l.portfolio_id
                    JOIN platform.profile p ON p.code = l.profile
                    ORDER BY place_name, profile_name
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

    private record Head(
            @Nullable HabilitationId habilitation,
            @Nullable DelegationId delegation,
            UserAccountId holder,
            @Nullable UserAccountId giver,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    private record Row(Head head, Part part) {}

    /**
     * All that is held in a firm: habilitations, and delegations that are not over.
     *
     * @param asker needs {@link Right#AUDIT} in the firm
     * @param firm the firm
     * @return by holder
     */
    @PlatformTransaction(readOnly = true)
    public List<HabilitationLine> of(UserAccountId asker, FirmShortName firm) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.AUDIT);
        LocalDate today = LocalDate.now(clock);
        Map<Head, List<Part>> lines =
                platform
                        .sql(NAMED)
                        .param("firm", card.id().value())
                        .param("today", today)
                        .query((row, n) -> row(row, card.id()))
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Row::head,
                                        LinkedHashMap::new,
                                        Collectors.mapping(Row::part, Collectors.toList())));
        Map<UserAccountId, PersonCard> people =
                accounts.cards(
                        lines.keySet().stream()
                                .flatMap(head -> Stream.of(head.holder(), head.giver()))
                                .filter(Objects::nonNull)
                                .toList());
        return lines.entrySet().stream()
                .map(line -> named(line.getKey(), line.getValue(), people, today))
                .sorted(Comparator.comparing(line -> line.holder().name().display()))
                .toList();
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

    private static Row row(ResultSet row, FirmId firm) throws SQLException {
        UUID habilitation = row.getObject("id", UUID.class);
        UUID delegation = row.getObject("delegation", UUID.class);
        UUID giver = row.getObject("giver", UUID.class);
        Head head =
                new Head(
                        habilitation == null ? null : new HabilitationId(habilitation),
                        delegation == null ? null : new DelegationId(delegation),
                        new UserAccountId(row.getObject("holder_id", UUID.class)),
                        giver == null ? null : new UserAccountId(giver),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class));
        Scope scope =
                Scope.of(
                        firm,
                        row.getObject("tenant_id", UUID.class),
                        row.getObject("portfolio_id", UUID.class));
        return new Row(
                head,
                new Part(
                        scope,
                        row.getString("place_name"),
                        new Profile(row.getString("profile")),
                        row.getString("profile_name")));
    }

    private static HabilitationLine named(
            Head head, List<Part> parts, Map<UserAccountId, PersonCard> people, LocalDate today) {
        return new HabilitationLine(
                head.habilitation(),
                head.delegation(),
                Objects.requireNonNull(people.get(head.holder())),
                parts,
                head.giver() == null ? null : people.get(head.giver()),
                head.first(),
                head.last(),
                head.first() == null || !head.first().isAfter(today));
    }
}
