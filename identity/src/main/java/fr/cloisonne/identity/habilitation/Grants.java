package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a person holds today, read from the database at each question, in one statement: own
 * habilitations, and what was lent, as far as its giver holds the same by an own habilitation.
 * Nothing counts for a member who is suspended, nor where the firm asks the person for a second
 * factor that they do not have.
 */
@Component
class Grants {

    /** Whether the person of a row is a member where the row holds. */
    static final String ACTIVE =
            """
            (EXISTS (SELECT 1 FROM platform.firm_member m
                     WHERE m.firm_id = %1$s.firm_id AND m.user_id = %2$s AND m.suspended_at IS NULL)
             OR %1$s.tenant_id IS NOT NULL AND EXISTS (
                     SELECT 1 FROM platform.company_member s
                     WHERE s.tenant_id = %1$s.tenant_id AND s.user_id = %2$s AND s.suspended_at IS NULL))
            """;

    static final String OVER =
            """
            WITH here AS (
              SELECT ARRAY[:firm, :place] || ARRAY(
                SELECT c.portfolio_id FROM platform.portfolio_company c
                WHERE c.tenant_id = :place AND c.firm_id = :firm) AS places
            ), lent AS (
              SELECT d.giver_id, p.rights
              FROM platform.delegation d
              JOIN platform.delegation_part t ON t.delegation_id = d.id
              JOIN platform.profile p ON p.code = t.profile
              WHERE d.holder_id = :person AND d.firm_id = :firm AND d.revoked_at IS NULL
                AND :today BETWEEN d.first_day AND d.last_day
                AND t.place = ANY ((SELECT places FROM here)::uuid[])
                AND %s
                AND NOT %s
            )
            SELECT 'LENT' AS kind, giver_id AS person, rights, CAST(NULL AS uuid) AS in_place_of FROM lent
            UNION ALL
            SELECT 'HELD', h.holder_id, p.rights, s.in_place_of
            FROM platform.habilitation h
            JOIN platform.profile p ON p.code = h.profile
            LEFT JOIN platform.substitute s ON s.firm_id = :firm AND s.ended_at IS NULL
              AND s.habilitation_id = h.id
            WHERE h.holder_id = ANY (ARRAY[:person] || ARRAY(SELECT giver_id FROM lent))
              AND h.firm_id = :firm AND h.revoked_at IS NULL
              AND (h.last_day IS NULL OR h.last_day >= :today)
              AND h.place = ANY ((SELECT places FROM here)::uuid[])
              AND %s
              AND NOT %s
            """
                    .formatted(
                            ACTIVE.formatted("t", "d.holder_id"),
                            FactorConditions.bars(":firm"),
                            active("h"),
                            FactorConditions.bars(":firm"));

    private static final String REACH =
            """
            WITH lent AS (
              SELECT d.giver_id, t.firm_id, t.place, p.rights
              FROM platform.delegation d
              JOIN platform.delegation_part t ON t.delegation_id = d.id
              JOIN platform.profile p ON p.code = t.profile
              WHERE d.holder_id = :person AND d.revoked_at IS NULL
                AND :today BETWEEN d.first_day AND d.last_day AND %s
            ), held AS (
              SELECT h.holder_id, h.firm_id, h.place, p.rights
              FROM (SELECT :person AS id UNION SELECT giver_id FROM lent) who
              JOIN platform.habilitation h ON h.holder_id = who.id
              JOIN platform.profile p ON p.code = h.profile
              WHERE h.revoked_at IS NULL AND %s
                AND (h.last_day IS NULL OR h.last_day >= :today)
            ), lent_wide AS (
              SELECT * FROM lent
              UNION ALL
              SELECT l.giver_id, l.firm_id, c.tenant_id, l.rights
              FROM lent l JOIN platform.portfolio_company c ON c.portfolio_id = l.place
            ), held_wide AS (
              SELECT * FROM held
              UNION ALL
              SELECT h.holder_id, h.firm_id, c.tenant_id, h.rights
              FROM held h JOIN platform.portfolio_company c ON c.portfolio_id = h.place
            )
            SELECT firm_id, place FROM (
            SELECT firm_id, place FROM held_wide WHERE holder_id = :person
            UNION
            SELECT l.firm_id, l.place
            FROM lent_wide l
            JOIN held_wide h ON h.holder_id = l.giver_id AND h.firm_id = l.firm_id
              AND h.place = l.place
            WHERE h.rights && l.rights
            UNION
            SELECT l.firm_id, l.place
            FROM lent_wide l
            JOIN held h ON h.holder_id = l.giver_id AND h.firm_id = l.firm_id
              AND h.place = h.firm_id
            WHERE h.rights && l.rights
            UNION
            SELECT l.firm_id, h.place
            FROM lent l
            JOIN held_wide h ON h.holder_id = l.giver_id AND h.firm_id = l.firm_id
            WHERE l.place = l.firm_id AND h.rights && l.rights
            ) reached WHERE NOT %s
            """
                    .formatted(
                            ACTIVE.formatted("t", "d.holder_id"),
                            active("h"),
                            FactorConditions.bars("reached.firm_id"));

    private final JdbcClient platform;
    private final Clock clock;
    private final Vouching vouching;
    private final LeastDemand least;

    Grants(
            @Qualifier("platformJdbc") JdbcClient platform,
            Clock clock,
            Vouching vouching,
            LeastDemand least) {
        this.platform = platform;
        this.least = least;
        this.clock = clock;
        this.vouching = vouching;
    }

    private static String active(String row) {
        return ACTIVE.formatted(row, row + ".holder_id");
    }

    /**
     * Rights of a person; held in somebody's place where a provisional administration is all there
     * is.
     */
    private record Line(
            boolean lent,
            UserAccountId person,
            Set<Right> rights,
            @Nullable UserAccountId inPlaceOf) {}

    /** What a person holds over a whole firm, a whole portfolio, or one company. */
    @PlatformTransaction(readOnly = true)
    public Holding over(UserAccountId person, Scope scope) {
        return over(person, scope, vouching.of(person));
    }

    /** The same, for whom it was asked a moment ago what their session is worth. */
    @PlatformTransaction(readOnly = true)
    public Holding over(UserAccountId person, Scope scope, Vouched vouched) {
        if (!vouched.speaksFor(scope.firm())) {
            return new Holding(Set.of(), Map.of());
        }
        Map<UserAccountId, Set<Right>> held = new HashMap<>();
        Map<UserAccountId, Set<Right>> lent = new LinkedHashMap<>();
        Map<UserAccountId, Set<Right>> provisional = new HashMap<>();
        statement(OVER, person)
                .param("firm", scope.firm().value())
                .param("place", scope.place())
                .query((row, n) -> line(row))
                .list()
                .forEach(line -> {
                    UserAccountId inPlaceOf = line.inPlaceOf();
                    if (inPlaceOf != null && line.person().equals(person)) {
                        gather(provisional, inPlaceOf, line.rights());
                    } else {
                        gather(line.lent() ? lent : held, line.person(), line.rights());
                    }
                });
        return Holding.of(
                held.getOrDefault(person, EnumSet.noneOf(Right.class)), lent, held, provisional);
    }

    private static void gather(
            Map<UserAccountId, Set<Right>> people, UserAccountId person, Set<Right> rights) {
        people.computeIfAbsent(person, one -> EnumSet.noneOf(Right.class)).addAll(rights);
    }

    private static Line line(ResultSet row) throws SQLException {
        UUID inPlaceOf = row.getObject(4, UUID.class);
        return new Line(
                "LENT".equals(row.getString(1)),
                new UserAccountId(row.getObject(2, UUID.class)),
                StoredRights.read(row.getArray(3)),
                inPlaceOf == null ? null : new UserAccountId(inPlaceOf));
    }

    /**
     * One place that a person reaches: the whole firm, or a company; a portfolio stands for none.
     */
    record Reach(FirmId firm, @Nullable TenantId company) {}

    /** Every place where a person holds anything. */
    @PlatformTransaction(readOnly = true)
    public List<Reach> reach(UserAccountId person) {
        Vouched vouched = vouching.of(person);
        return statement(REACH, person)
                .query((row, n) -> {
                    UUID firm = row.getObject(1, UUID.class);
                    UUID place = row.getObject(2, UUID.class);
                    return new Reach(
                            new FirmId(firm), place.equals(firm) ? null : new TenantId(place));
                })
                .stream()
                .filter(reach -> vouched.speaksFor(reach.firm()))
                .toList();
    }

    /** The firms to which a person belongs without being suspended there. */
    @PlatformTransaction(readOnly = true)
    public List<FirmId> memberships(UserAccountId person) {
        Vouched vouched = vouching.of(person);
        return platform
                .sql(
                        "SELECT firm_id FROM platform.firm_member WHERE user_id = ? AND suspended_at IS NULL")
                .param(person.value())
                .query((row, n) -> new FirmId(row.getObject(1, UUID.class)))
                .stream()
                .filter(vouched::speaksFor)
                .toList();
    }

    private JdbcClient.StatementSpec statement(String sql, UserAccountId person) {
        return platform.sql(sql)
                .param("person", person.value())
                .param("today", today())
                .param("mandatory", least.ofAdministrators());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
