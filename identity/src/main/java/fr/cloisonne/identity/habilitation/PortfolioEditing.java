package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Makes and changes named portfolios. A company that is put there gives its rights at once to all
 * who hold the portfolio, so that whoever puts it there must hold them all themselves.
 */
@Component
public class PortfolioEditing {

    private static final String HELD_RIGHTS =
            """
            SELECT p.rights FROM platform.profile p WHERE p.code IN (
              SELECT h.profile FROM platform.habilitation h
              WHERE h.place = :place AND h.revoked_at IS NULL
              UNION
              SELECT t.profile FROM platform.delegation_part t
              JOIN platform.delegation d ON d.id = t.delegation_id
              WHERE t.place = :place AND d.revoked_at IS NULL AND d.ended_at IS NULL)
            """;

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final NamedPortfolios portfolios;
    private final GivingRules rules;
    private final FreshProof proof;
    private final AuditTrail audit;

    PortfolioEditing(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            NamedPortfolios portfolios,
            GivingRules rules,
            FreshProof proof,
            AuditTrail audit) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.portfolios = portfolios;
        this.rules = rules;
        this.proof = proof;
        this.audit = audit;
    }

    /**
     * Makes a portfolio.
     *
     * @param by needs {@link Right#DELEGATE} in the firm
     * @param firm the firm
     * @param name unique in the firm, at most 80 characters
     * @param companies of the firm
     * @return the portfolio
     * @throws DelegationRefusedException if the name is taken or a company is not the firm's
     */
    @PlatformTransaction
    public PortfolioId make(
            UserAccountId by, FirmShortName firm, String name, Set<TenantId> companies) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        proof.require(by);
        requireCompanies(card, companies);
        PortfolioId id = new PortfolioId(Uuid7.next());
        try {
            platform.sql("INSERT INTO platform.portfolio (id, firm_id, name) VALUES (?, ?, ?)")
                    .params(id.value(), card.id().value(), OwnName.of(name, 80))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new DelegationRefusedException(Reason.NAME_TAKEN);
        }
        record(by, card, id, "portfolio.made");
        put(by, card, id, companies);
        return id;
    }

    /**
     * Changes a portfolio.
     *
     * @param by needs an own {@link Right#DELEGATE} in the firm, and all that is held over the
     *     portfolio
     * @param firm the firm
     * @param seen as it was when the change began
     * @param name its name from now on
     * @param companies what is in it from now on
     * @throws DelegationRefusedException if a rule forbids it, or somebody changed it meanwhile
     */
    @PlatformTransaction
    public void change(
            UserAccountId by,
            FirmShortName firm,
            PortfolioSheet seen,
            String name,
            Set<TenantId> companies) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        proof.require(by);
        PortfolioSheet now = locked(card, seen);
        Set<TenantId> added = new HashSet<>(companies);
        added.removeAll(now.companies());
        Set<TenantId> removed = new HashSet<>(now.companies());
        removed.removeAll(companies);
        requireCompanies(card, added);
        if (!added.isEmpty() || !removed.isEmpty()) {
            Scope whole = new Scope.WholeFirm(card.id());
            OwnRights own = rules.own(by, card.id());
            GivingRules.requireGiver(own, whole, Right.DELEGATE, held(now.id()));
            if (!added.isEmpty()) {
                // What they hold over the portfolio grows with it.
                GivingRules.requireNoGain(own, whole, heldBy(by, now.id()));
            }
        }
        try {
            platform.sql(
                            "UPDATE platform.portfolio SET name = ?, version = version + 1 WHERE id = ?")
                    .params(OwnName.of(name, 80), now.id().value())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new DelegationRefusedException(Reason.NAME_TAKEN);
        }
        if (!now.name().equals(name.strip())) {
            record(by, card, now.id(), "portfolio.renamed");
        }
        put(by, card, now.id(), added);
        take(by, card, now.id(), removed);
    }

    /**
     * Removes a portfolio over which nobody holds anything any more.
     *
     * @param by needs {@link Right#DELEGATE} in the firm
     * @param firm the firm
     * @param seen which, as it was when it was last read
     * @throws DelegationRefusedException if rights are held over it
     */
    @PlatformTransaction
    public void remove(UserAccountId by, FirmShortName firm, PortfolioSheet seen) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        proof.require(by);
        PortfolioSheet now = locked(card, seen);
        if (!held(now.id()).isEmpty()) {
            throw new DelegationRefusedException(Reason.IN_USE);
        }
        platform.sql("UPDATE platform.portfolio SET removed_at = now() WHERE id = ?")
                .param(now.id().value())
                .update();
        record(by, card, now.id(), "portfolio.removed");
    }

    private PortfolioSheet locked(FirmCard firm, PortfolioSheet seen) {
        PortfolioSheet now =
                portfolios
                        .locked(firm.id(), seen.id())
                        .orElseThrow(() -> new DelegationRefusedException(Reason.NOT_FOUND));
        if (now.version() != seen.version()) {
            throw new DelegationRefusedException(Reason.CHANGED_MEANWHILE);
        }
        return now;
    }

    private void requireCompanies(FirmCard firm, Collection<TenantId> companies) {
        rules.requirePlaces(
                firm.id(),
                companies.stream()
                        .<Scope>map(company -> new Scope.OneCompany(firm.id(), company))
                        .toList());
    }

    private Set<Right> heldBy(UserAccountId person, PortfolioId portfolio) {
        return rights(
                platform.sql(
                                "SELECT p.rights FROM platform.profile p JOIN platform.habilitation h ON h.profile = p.code WHERE h.place = ? AND h.holder_id = ? AND h.revoked_at IS NULL")
                        .params(portfolio.value(), person.value()));
    }

    private Set<Right> held(PortfolioId portfolio) {
        return rights(platform.sql(HELD_RIGHTS).param("place", portfolio.value()));
    }

    private static Set<Right> rights(StatementSpec profiles) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        profiles.query((row, n) -> StoredRights.read(row.getArray(1)))
                .list()
                .forEach(rights::addAll);
        return rights;
    }

    private void put(
            UserAccountId by, FirmCard firm, PortfolioId portfolio, Set<TenantId> companies) {
        platform.sql(
                        "INSERT INTO platform.portfolio_company (portfolio_id, tenant_id, firm_id) SELECT ?, unnest(?), ?")
                .params(portfolio.value(), ids(companies), firm.id().value())
                .update();
        recordEach(by, firm, portfolio, "portfolio.company.added", companies);
    }

    private void take(
            UserAccountId by, FirmCard firm, PortfolioId portfolio, Set<TenantId> companies) {
        platform.sql(
                        "DELETE FROM platform.portfolio_company WHERE portfolio_id = ? AND tenant_id = ANY (?)")
                .params(portfolio.value(), ids(companies))
                .update();
        recordEach(by, firm, portfolio, "portfolio.company.removed", companies);
    }

    private static UUID[] ids(Set<TenantId> companies) {
        return companies.stream().map(TenantId::value).toArray(UUID[]::new);
    }

    private void record(UserAccountId by, FirmCard firm, PortfolioId portfolio, String act) {
        audit.recordUse(
                firm.id(), by, Right.DELEGATE, act, Map.of("portfolio", portfolio.toString()));
    }

    private void recordEach(
            UserAccountId by,
            FirmCard firm,
            PortfolioId portfolio,
            String act,
            Set<TenantId> companies) {
        List<Map<String, String>> rows =
                companies.stream()
                        .map(company ->
                                Map.of(
                                        "portfolio",
                                        portfolio.toString(),
                                        "company",
                                        company.toString()))
                        .toList();
        audit.recordEachUse(firm.id(), by, Right.DELEGATE, act, rows);
    }
}
