package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
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

/** What is lent in a firm today and later. */
@Component
public class Delegations {

    private static final String LINES =
            """
            SELECT d.id, d.giver_id, d.holder_id, d.first_day, d.last_day,
                   t.tenant_id, t.portfolio_id, coalesce(c.legal_name, o.name), t.profile, p.name
            FROM platform.delegation d
            JOIN platform.delegation_part t ON t.delegation_id = d.id
            JOIN platform.profile p ON p.code = t.profile
            LEFT JOIN platform.client_company c ON c.tenant_id = t.tenant_id
            LEFT JOIN platform.portfolio o ON o.id = t.portfolio_id
            WHERE d.firm_id = :firm AND d.revoked_at IS NULL AND d.last_day >= :today
              AND d.holder_id = coalesce(:holder::uuid, d.holder_id)
            ORDER BY d.id, 8, 10
            """;

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final UserAccounts accounts;
    private final Clock clock;

    Delegations(
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
            DelegationId id,
            UserAccountId giver,
            UserAccountId holder,
            LocalDate first,
            LocalDate last) {}

    private record Row(Head head, RightPart part) {}

    /**
     * All delegations of a firm that are not over.
     *
     * @param asker needs {@link Right#AUDIT} in the firm
     * @param firm the firm
     * @return by holder
     */
    @PlatformTransaction(readOnly = true)
    public List<DelegationLine> of(UserAccountId asker, FirmShortName firm) {
        return read(habilitations.requireInFirm(asker, firm, Right.AUDIT), null);
    }

    /**
     * What is lent to a person in a firm and is not over, whatever else they may see there.
     *
     * @param holder one of the firm
     * @param firm the firm
     * @return by giver
     */
    @PlatformTransaction(readOnly = true)
    public List<DelegationLine> to(UserAccountId holder, FirmShortName firm) {
        return read(habilitations.requireMember(holder, firm), holder).stream()
                .sorted(Comparator.comparing(line -> line.giver().name().display()))
                .toList();
    }

    private List<DelegationLine> read(FirmCard card, @Nullable UserAccountId holder) {
        LocalDate today = LocalDate.now(clock);
        Map<Head, List<RightPart>> lines =
                platform
                        .sql(LINES)
                        .param("firm", card.id().value())
                        .param("today", today)
                        .param("holder", holder == null ? null : holder.value())
                        .query((row, n) -> row(card.id(), row))
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
                                .toList());
        return lines.entrySet().stream()
                .map(line -> named(line.getKey(), line.getValue(), people, today))
                .sorted(Comparator.comparing(line -> line.holder().name().display()))
                .toList();
    }

    private static Row row(FirmId firm, ResultSet row) throws SQLException {
        Head head =
                new Head(
                        new DelegationId(row.getObject(1, UUID.class)),
                        new UserAccountId(row.getObject(2, UUID.class)),
                        new UserAccountId(row.getObject(3, UUID.class)),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class));
        Scope scope = Scope.of(firm, row.getObject(6, UUID.class), row.getObject(7, UUID.class));
        return new Row(
                head,
                new RightPart(
                        scope, row.getString(8), new Profile(row.getString(9)), row.getString(10)));
    }

    private static DelegationLine named(
            Head head,
            List<RightPart> parts,
            Map<UserAccountId, PersonCard> people,
            LocalDate today) {
        return new DelegationLine(
                head.id(),
                Objects.requireNonNull(people.get(head.giver())),
                Objects.requireNonNull(people.get(head.holder())),
                parts,
                head.first(),
                head.last(),
                !head.first().isAfter(today));
    }
}
