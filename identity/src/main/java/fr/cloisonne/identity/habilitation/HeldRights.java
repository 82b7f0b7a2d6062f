package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person holds today, firm by firm, in the firms for which their session speaks. */
@Component
public class HeldRights {

    /** More than anybody reads; a page that shows as many says that there may be more. */
    public static final int MOST = 500;

    private static final String OF_PERSON =
            """
            SELECT r.firm_id, r.tenant_id, r.portfolio_id, coalesce(c.legal_name, o.name),
                   r.profile, p.name, p.rights, g.given_name, g.family_name, r.lent, r.last_day
            FROM (
              SELECT h.firm_id, h.tenant_id, h.portfolio_id, h.profile, s.in_place_of AS giver_id,
                     false AS lent, h.last_day
              FROM platform.habilitation h
              LEFT JOIN platform.substitute s ON s.firm_id = h.firm_id AND s.ended_at IS NULL
                AND s.habilitation_id = h.id
              WHERE h.holder_id = :person AND h.revoked_at IS NULL AND %s
                AND (h.last_day IS NULL OR h.last_day >= :today)
              UNION ALL
              SELECT d.firm_id, t.tenant_id, t.portfolio_id, t.profile, d.giver_id, true, d.last_day
              FROM platform.delegation d
              JOIN platform.delegation_part t ON t.delegation_id = d.id
              WHERE d.holder_id = :person AND d.revoked_at IS NULL
                AND :today BETWEEN d.first_day AND d.last_day AND %s
            ) r
            JOIN platform.profile p ON p.code = r.profile
            LEFT JOIN platform.client_company c ON c.tenant_id = r.tenant_id
            LEFT JOIN platform.portfolio o ON o.id = r.portfolio_id
            LEFT JOIN platform.user_account g ON g.id = r.giver_id
            WHERE NOT %s
              AND (r.tenant_id IS NULL OR EXISTS (
                SELECT 1 FROM platform.mandate m
                WHERE m.tenant_id = r.tenant_id AND m.firm_id = r.firm_id AND m.valid_from <= :today
                  AND (m.valid_until IS NULL OR m.valid_until >= :today)))
            ORDER BY r.tenant_id IS NOT NULL, r.portfolio_id IS NOT NULL, 4, p.name, r.profile,
                     r.lent, r.last_day
            LIMIT %d
            """
                    .formatted(
                            Grants.ACTIVE.formatted("h", "h.holder_id"),
                            Grants.ACTIVE.formatted("t", "d.holder_id"),
                            FactorConditions.bars("r.firm_id"),
                            MOST);

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final Firms firms;
    private final LeastDemand least;
    private final Clock clock;

    HeldRights(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            Firms firms,
            LeastDemand least,
            Clock clock) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.firms = firms;
        this.least = least;
        this.clock = clock;
    }

    /**
     * All of it.
     *
     * @param person who
     * @return by firm, the whole firm before portfolios and these before single companies; a firm
     *     to which they belong without holding anything has none
     */
    @PlatformTransaction(readOnly = true)
    public Map<FirmCard, List<HeldRight>> of(UserAccountId person) {
        Predicate<FirmId> vouched = habilitations.vouchedFor(person);
        Map<FirmId, List<HeldRight>> held =
                platform
                        .sql(OF_PERSON)
                        .param("person", person.value())
                        .param("today", LocalDate.now(clock))
                        .param("mandatory", least.ofAdministrators())
                        .query(HeldRights::right)
                        .list()
                        .stream()
                        .filter(right -> vouched.test(right.part().scope().firm()))
                        .collect(Collectors.groupingBy(right -> right.part().scope().firm()));
        Map<FirmId, FirmCard> cards =
                firms.cards(held.keySet()).stream()
                        .collect(Collectors.toMap(FirmCard::id, Function.identity()));
        habilitations.membershipsOf(person).stream()
                .filter(card -> vouched.test(card.id()))
                .forEach(card -> cards.put(card.id(), card));
        return cards.values().stream()
                .sorted(Comparator.comparing(FirmCard::legalName))
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                card -> held.getOrDefault(card.id(), List.of()),
                                (one, other) -> one,
                                LinkedHashMap::new));
    }

    private static HeldRight right(ResultSet row, int number) throws SQLException {
        return new HeldRight(
                new RightPart(
                        Scope.of(
                                new FirmId(row.getObject(1, UUID.class)),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class)),
                        row.getString(4),
                        new Profile(row.getString(5)),
                        row.getString(6)),
                StoredRights.read(row.getArray(7)),
                giver(row),
                row.getBoolean(10),
                row.getObject(11, LocalDate.class));
    }

    private static @Nullable PersonName giver(ResultSet row) throws SQLException {
        String family = row.getString(9);
        return family == null ? null : new PersonName(row.getString(8), family);
    }
}
