package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.tenancy.ClientCompanies;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What may be given: by whom, to whom, where; each refusal names its rule. */
@Component
class GivingRules {

    private static final String OWN =
            """
            WITH held AS (
              SELECT h.place, p.rights, h.last_day IS NULL AS lasts
              FROM platform.habilitation h JOIN platform.profile p ON p.code = h.profile
              WHERE h.holder_id = :person AND h.firm_id = :firm AND h.revoked_at IS NULL AND %s
                AND (h.last_day IS NULL OR h.last_day >= :today) AND NOT %s
            )
            SELECT place, rights, lasts FROM held
            UNION ALL
            SELECT c.tenant_id, h.rights, h.lasts
            FROM held h JOIN platform.portfolio_company c ON c.portfolio_id = h.place
            """
                    .formatted(
                            Grants.ACTIVE.formatted("h", "h.holder_id"),
                            FactorConditions.bars(":firm"));

    private static final String PORTFOLIOS =
            """
            SELECT id FROM platform.portfolio
            WHERE firm_id = :firm AND id = ANY (:portfolios) AND removed_at IS NULL
            ORDER BY id FOR SHARE
            """;

    /** Whoever suspends or detaches one of them waits, and then sees what was given. */
    private static final String MEMBERS =
            """
            SELECT user_id FROM platform.firm_member
            WHERE firm_id = :firm AND user_id = ANY (:people) AND suspended_at IS NULL
            ORDER BY user_id FOR SHARE
            """;

    private static final String STAFF =
            """
            SELECT s.user_id, s.tenant_id FROM platform.company_member s
            WHERE s.user_id = ANY (:people) AND s.tenant_id = ANY (:companies)
              AND s.suspended_at IS NULL
            ORDER BY s.user_id, s.tenant_id FOR SHARE
            """;

    private final JdbcClient platform;
    private final ClientCompanies companies;

    private final Vouching vouching;
    private final LeastDemand least;
    private final Clock clock;

    GivingRules(
            @Qualifier("platformJdbc") JdbcClient platform,
            ClientCompanies companies,
            Vouching vouching,
            LeastDemand least,
            Clock clock) {
        this.platform = platform;
        this.companies = companies;
        this.vouching = vouching;
        this.least = least;
        this.clock = clock;
    }

    /**
     * What a person holds in a firm by own habilitations, as far as their session speaks for it.
     */
    OwnRights own(UserAccountId person, FirmId firm) {
        if (!vouching.of(person).speaksFor(firm)) {
            return new OwnRights(firm, Map.of(), Map.of());
        }
        Map<UUID, Set<Right>> places = new HashMap<>();
        Map<UUID, Set<Right>> lasting = new HashMap<>();
        platform.sql(OWN)
                .param("person", person.value())
                .param("firm", firm.value())
                .param("today", LocalDate.now(clock))
                .param("mandatory", least.ofAdministrators())
                .query(row -> {
                    gather(places, row);
                    if (row.getBoolean(3)) {
                        gather(lasting, row);
                    }
                });
        return new OwnRights(firm, places, lasting);
    }

    private static void gather(Map<UUID, Set<Right>> places, ResultSet row) throws SQLException {
        Set<Right> rights =
                places.computeIfAbsent(
                        row.getObject(1, UUID.class), place -> EnumSet.noneOf(Right.class));
        rights.addAll(StoredRights.read(row.getArray(2)));
    }

    /** Whoever gives holds an own right to give there, and at least what is given. */
    void requireGiver(UserAccountId by, Scope scope, Right acting, Set<Right> given) {
        requireGiver(own(by, scope.firm()), scope, acting, given);
    }

    static void requireGiver(OwnRights own, Scope scope, Right acting, Set<Right> given) {
        Set<Right> held = own.over(scope);
        if (!held.contains(acting) || !held.containsAll(given)) {
            throw new DelegationRefusedException(Reason.BEYOND_OWN_RIGHTS);
        }
    }

    /** A right that ends gives its holder none that lasts. */
    static void requireNoGain(OwnRights own, Scope scope, Set<Right> gained) {
        if (!own.lastingOver(scope).containsAll(gained)) {
            throw new DelegationRefusedException(Reason.BEYOND_OWN_RIGHTS);
        }
    }

    /** Each place is of its firm: a company under mandate, a portfolio that is there. */
    void requirePlaces(FirmId firm, Collection<Scope> scopes) {
        Set<TenantId> asked = known(scopes.stream().map(Scope::company));
        Set<TenantId> companiesOfFirm =
                companies.cards(asked).stream()
                        .filter(card -> card.firm().equals(firm))
                        .map(ClientCompanyCard::tenant)
                        .collect(Collectors.toSet());
        Set<PortfolioId> portfolios = known(scopes.stream().map(Scope::portfolio));
        boolean elsewhere = scopes.stream().anyMatch(scope -> !scope.firm().equals(firm));
        if (elsewhere
                || !companiesOfFirm.containsAll(asked)
                || portfoliosOf(firm, portfolios) < portfolios.size()) {
            throw new DelegationRefusedException(Reason.NOT_OF_THE_FIRM);
        }
    }

    private static <T> Set<T> known(Stream<@Nullable T> ids) {
        Set<T> known = new HashSet<>();
        ids.forEach(id -> {
            if (id != null) {
                known.add(id);
            }
        });
        return known;
    }

    private int portfoliosOf(FirmId firm, Set<PortfolioId> portfolios) {
        return platform.sql(PORTFOLIOS)
                .param("firm", firm.value())
                .param(
                        "portfolios",
                        portfolios.stream().map(PortfolioId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .size();
    }

    /** A colleague of the firm, or one of the people of each company in question. */
    void requireColleagues(FirmId firm, Collection<UserAccountId> people, Collection<Scope> where) {
        UUID[] asked = people.stream().map(UserAccountId::value).distinct().toArray(UUID[]::new);
        Set<UUID> members =
                platform
                        .sql(MEMBERS)
                        .param("firm", firm.value())
                        .param("people", asked)
                        .query(UUID.class)
                        .stream()
                        .collect(Collectors.toSet());
        Set<UUID> others =
                people.stream()
                        .map(UserAccountId::value)
                        .filter(person -> !members.contains(person))
                        .collect(Collectors.toSet());
        if (!others.isEmpty() && !areStaff(others, where)) {
            throw new DelegationRefusedException(Reason.NOT_A_COLLEAGUE);
        }
    }

    private boolean areStaff(Set<UUID> people, Collection<Scope> where) {
        if (where.stream().anyMatch(scope -> scope.company() == null)) {
            return false;
        }
        UUID[] companies = where.stream().map(Scope::place).distinct().toArray(UUID[]::new);
        int found =
                platform.sql(STAFF)
                        .param("people", people.toArray(UUID[]::new))
                        .param("companies", companies)
                        .query()
                        .listOfRows()
                        .size();
        return found == people.size() * companies.length;
    }
}
