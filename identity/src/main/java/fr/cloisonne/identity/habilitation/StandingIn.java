package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.InWhosePlace;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For whom a person stands in today, and where a right of theirs is lent by somebody. */
@Component
public class StandingIn implements InWhosePlace {

    private static final String LIVE =
            """
            SELECT d.giver_id, max(d.last_day), d.firm_id FROM platform.delegation d
            WHERE d.holder_id = :person AND d.revoked_at IS NULL
              AND :today BETWEEN d.first_day AND d.last_day
            GROUP BY d.giver_id, d.firm_id
            UNION ALL
            SELECT s.in_place_of, s.last_day, s.firm_id FROM platform.substitute s
            WHERE s.person_id = :person AND s.in_place_of IS NOT NULL AND s.ended_at IS NULL AND s.last_day >= :today
            ORDER BY 2 DESC, 1 DESC
            """;

    private static final String UNTIL =
            """
            SELECT max(last_day) FROM (
            SELECT d.last_day FROM platform.delegation d
            JOIN platform.delegation_part t ON t.delegation_id = d.id
            JOIN platform.profile p ON p.code = t.profile
            WHERE d.holder_id = :person AND d.giver_id = :giver AND d.firm_id = :firm
              AND d.revoked_at IS NULL AND :today BETWEEN d.first_day AND d.last_day
              AND :right = ANY (p.rights)
              AND (t.place IN (:firm, :place) OR t.portfolio_id IN (
                SELECT c.portfolio_id FROM platform.portfolio_company c WHERE c.tenant_id = :place))
            UNION ALL
            SELECT s.last_day FROM platform.substitute s
            WHERE s.firm_id = :firm AND s.person_id = :person AND s.in_place_of = :giver
              AND s.ended_at IS NULL AND s.last_day >= :today
            ) AS days
            """;

    private final JdbcClient platform;
    private final Grants grants;
    private final Habilitations habilitations;
    private final UserAccounts accounts;
    private final Clock clock;

    StandingIn(
            @Qualifier("platformJdbc") JdbcClient platform,
            Grants grants,
            Habilitations habilitations,
            UserAccounts accounts,
            Clock clock) {
        this.platform = platform;
        this.grants = grants;
        this.habilitations = habilitations;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * In whose place a person uses a right in a company.
     *
     * @param person who
     * @param path the company
     * @param right the right
     * @return nobody where it is their own
     */
    @PlatformTransaction(readOnly = true)
    public Optional<InPlaceOf> inCompany(UserAccountId person, CompanyPath path, Right right) {
        Access access = habilitations.access(person, path);
        return until(
                person,
                new Scope.OneCompany(access.company().firm(), access.company().tenant()),
                access.onBehalfOf().get(right),
                right);
    }

    /**
     * In whose place a person uses a right over a whole firm.
     *
     * @param person who
     * @param firm the firm
     * @param right the right
     * @return nobody where it is their own
     */
    @PlatformTransaction(readOnly = true)
    public Optional<InPlaceOf> inFirm(UserAccountId person, FirmCard firm, Right right) {
        Scope whole = new Scope.WholeFirm(firm.id());
        return until(person, whole, giver(person, whole, right).orElse(null), right);
    }

    @Override
    @PlatformTransaction(readOnly = true)
    public Optional<UserAccountId> giver(UserAccountId person, Scope scope, Right right) {
        // Who lent it does not depend on the way by which its holder has come in.
        return Optional.ofNullable(grants.over(person, scope, Vouched.FOR_ALL).lent().get(right));
    }

    /**
     * For whom a person stands in today, in any firm for which their session speaks.
     *
     * @param person who
     * @return those who come back first, first
     */
    @PlatformTransaction(readOnly = true)
    public List<InPlaceOf> today(UserAccountId person) {
        Predicate<FirmId> vouched = habilitations.vouchedFor(person);
        Map<UserAccountId, LocalDate> latest = new LinkedHashMap<>();
        platform
                .sql(LIVE)
                .param("person", person.value())
                .param("today", LocalDate.now(clock))
                .query(StandingIn::lent)
                .list()
                .stream()
                .filter(one -> vouched.test(one.firm()))
                .forEach(one -> latest.putIfAbsent(one.giver(), one.last()));
        Map<UserAccountId, PersonCard> people =
                latest.isEmpty() ? Map.of() : accounts.cards(latest.keySet());
        return List.copyOf(latest.entrySet()).reversed().stream()
                .map(one ->
                        new InPlaceOf(
                                Objects.requireNonNull(people.get(one.getKey())), one.getValue()))
                .toList();
    }

    private record Lent(UserAccountId giver, LocalDate last, FirmId firm) {}

    private static Lent lent(ResultSet row, int number) throws SQLException {
        return new Lent(
                new UserAccountId(row.getObject(1, UUID.class)),
                row.getObject(2, LocalDate.class),
                new FirmId(row.getObject(3, UUID.class)));
    }

    private Optional<InPlaceOf> until(
            UserAccountId person, Scope scope, @Nullable UserAccountId giver, Right right) {
        if (giver == null) {
            return Optional.empty();
        }
        return platform.sql(UNTIL)
                .param("person", person.value())
                .param("giver", giver.value())
                .param("firm", scope.firm().value())
                .param("place", scope.place())
                .param("right", right.name())
                .param("today", LocalDate.now(clock))
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .map(last -> new InPlaceOf(accounts.card(giver), last));
    }
}
