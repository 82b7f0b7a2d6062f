package fr.cloisonne.identity.habilitation;

import static java.util.Collections.disjoint;
import static java.util.Objects.requireNonNull;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.LoanParts.Part;
import fr.cloisonne.tenancy.ClientCompanies;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a person who goes away leaves to another: each profile where they hold it themselves. The
 * places stay as wide as they are only if companies of tomorrow are to be in it; otherwise they are
 * today's companies, one by one.
 */
@Component
class AbsenceParts {

    private static final String OWN =
            """
            SELECT h.tenant_id, h.portfolio_id, h.profile FROM platform.habilitation h
            WHERE h.holder_id = :person AND h.firm_id = :firm AND h.revoked_at IS NULL AND h.last_day IS NULL AND %s
            """
                    .formatted(Grants.ACTIVE.formatted("h", "h.holder_id"));

    private final JdbcClient platform;
    private final ClientCompanies companies;
    private final NamedPortfolios portfolios;
    private final Profiles profiles;

    AbsenceParts(
            @Qualifier("platformJdbc") JdbcClient platform,
            ClientCompanies companies,
            NamedPortfolios portfolios,
            Profiles profiles) {
        this.platform = platform;
        this.companies = companies;
        this.portfolios = portfolios;
        this.profiles = profiles;
    }

    /** The companies in which a person holds anything by themselves, by name. */
    List<ClientCompanyCard> portfolio(UserAccountId person, FirmId firm) {
        List<Part> own = own(person, firm);
        Map<UUID, Set<TenantId>> inside = inside(firm);
        Set<TenantId> held = new LinkedHashSet<>();
        own.forEach(part -> held.addAll(inside(part.scope(), inside)));
        return companies.ofFirms(Set.of(firm)).stream()
                .filter(card -> held.contains(card.tenant()))
                .toList();
    }

    Set<Part> of(UserAccountId person, FirmId firm, AbsenceWish wish) {
        List<Part> own =
                wish.administration()
                        ? own(person, firm)
                        : withoutPowers(own(person, firm), rights(firm));
        if (wish.companies().isEmpty() && wish.later()) {
            return new LinkedHashSet<>(own);
        }
        Map<UUID, Set<TenantId>> inside = inside(firm);
        Set<Part> parts = new LinkedHashSet<>();
        for (Part part : own) {
            for (TenantId company : inside(part.scope(), inside)) {
                if (wish.companies().isEmpty() || wish.companies().contains(company)) {
                    parts.add(new Part(new Scope.OneCompany(firm, company), part.profile()));
                }
            }
        }
        return parts;
    }

    private Map<Profile, Set<Right>> rights(FirmId firm) {
        return profiles.of(firm).stream()
                .collect(Collectors.toMap(ProfileSheet::profile, ProfileSheet::rights));
    }

    /** In place of what gives power over others, the widest that ships within it, or nothing. */
    private static List<Part> withoutPowers(List<Part> parts, Map<Profile, Set<Right>> rights) {
        return parts.stream()
                .flatMap(part -> {
                    Set<Right> held = requireNonNull(rights.get(part.profile()));
                    return disjoint(held, Right.POWERS)
                            ? Stream.of(part)
                            : Stream.of(Profile.STANDARD, Profile.READER)
                                    .filter(less ->
                                            held.containsAll(requireNonNull(rights.get(less))))
                                    .limit(1)
                                    .map(less -> new Part(part.scope(), less));
                })
                .toList();
    }

    private List<Part> own(UserAccountId person, FirmId firm) {
        return platform.sql(OWN)
                .param("person", person.value())
                .param("firm", firm.value())
                .query((row, n) ->
                        new Part(
                                Scope.of(
                                        firm,
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, UUID.class)),
                                new Profile(row.getString(3))))
                .list();
    }

    /** The companies of the firm and of each of its portfolios. */
    private Map<UUID, Set<TenantId>> inside(FirmId firm) {
        Map<UUID, Set<TenantId>> inside =
                portfolios.of(firm).stream()
                        .collect(
                                Collectors.toMap(
                                        sheet -> sheet.id().value(), PortfolioSheet::companies));
        inside.put(
                firm.value(),
                companies.ofFirms(Set.of(firm)).stream()
                        .map(ClientCompanyCard::tenant)
                        .collect(Collectors.toSet()));
        return inside;
    }

    private static Set<TenantId> inside(Scope scope, Map<UUID, Set<TenantId>> inside) {
        TenantId one = scope.company();
        return one == null ? inside.getOrDefault(scope.place(), Set.of()) : Set.of(one);
    }
}
