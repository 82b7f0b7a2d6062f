package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.habilitation.Grants.Grant;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.ClientCompanies;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may do what and where, read at each question; and the acts that give and take it. */
@Component
public class Habilitations {

    private final JdbcClient platform;
    private final Grants grants;
    private final Firms firms;
    private final ClientCompanies companies;
    private final FreshProof proof;
    private final AuditTrail audit;
    private final Outbox outbox;

    Habilitations(
            @Qualifier("platformJdbc") JdbcClient platform,
            Grants grants,
            Firms firms,
            ClientCompanies companies,
            FreshProof proof,
            AuditTrail audit,
            Outbox outbox) {
        this.platform = platform;
        this.grants = grants;
        this.firms = firms;
        this.companies = companies;
        this.proof = proof;
        this.audit = audit;
        this.outbox = outbox;
    }

    /**
     * The client companies that a person may enter, in three queries however many they are.
     *
     * @param person the person
     * @return by name
     */
    public List<ClientCompanyCard> clientCompaniesOf(UserAccountId person) {
        List<Grant> held = grants.heldBy(person);
        Set<FirmId> whole = new LinkedHashSet<>();
        Set<TenantId> single = new LinkedHashSet<>();
        for (Grant grant : held) {
            TenantId company = grant.scope().company();
            if (company == null) {
                whole.add(grant.scope().firm());
            } else {
                single.add(company);
            }
        }
        Set<ClientCompanyCard> found = new LinkedHashSet<>(companies.ofFirms(whole));
        companies.cards(single).stream()
                .filter(card -> held.stream().anyMatch(grant -> grant.scope().covers(scope(card))))
                .forEach(found::add);
        List<ClientCompanyCard> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(ClientCompanyCard::legalName));
        return sorted;
    }

    /**
     * The firms in which a person holds anything.
     *
     * @param person the person
     * @return by name
     */
    public List<FirmCard> firmsOf(UserAccountId person) {
        return firms.cards(
                grants.heldBy(person).stream()
                        .map(grant -> grant.scope().firm())
                        .distinct()
                        .toList());
    }

    /**
     * What a person may do in the company at an address.
     *
     * @param person the person
     * @param path the address
     * @return the rights, at least one
     * @throws NoSuchCompanyException if there is no such firm or company, or no right there
     */
    public Access access(UserAccountId person, CompanyPath path) {
        ClientCompanyCard card = companies.at(path).orElseThrow(NoSuchCompanyException::new);
        Set<Right> rights = EnumSet.noneOf(Right.class);
        Map<Right, UserAccountId> delegated = new EnumMap<>(Right.class);
        for (Grant grant : grants.heldBy(person)) {
            if (grant.scope().covers(scope(card))) {
                rights.addAll(grant.profile().rights());
                if (grant.giver() != null) {
                    for (Right right : grant.profile().rights()) {
                        delegated.putIfAbsent(right, grant.giver());
                    }
                }
            }
        }
        if (rights.isEmpty()) {
            throw new NoSuchCompanyException();
        }
        delegated.keySet().removeAll(ownRights(person, scope(card)));
        return new Access(card, rights, delegated);
    }

    /**
     * What a person may do in a firm as a whole.
     *
     * @param person the person
     * @param firm the firm
     * @return the rights, none for a firm that does not exist
     */
    public Set<Right> firmRights(UserAccountId person, FirmShortName firm) {
        return firms.byShortName(firm)
                .map(card -> rightsOver(person, new Scope.WholeFirm(card.id()), false))
                .orElse(Set.of());
    }

    /**
     * The firm, for one who has the right there.
     *
     * @param person the person
     * @param firm the firm
     * @param right what is needed
     * @return the firm
     * @throws NoSuchCompanyException if there is no such firm, or nothing held in it
     * @throws RightMissingException if something is held, but not this
     */
    public FirmCard requireInFirm(UserAccountId person, FirmShortName firm, Right right) {
        FirmCard card = firms.byShortName(firm).orElseThrow(NoSuchCompanyException::new);
        Set<Right> held = rightsOver(person, new Scope.WholeFirm(card.id()), false);
        if (!held.contains(right)) {
            throw held.isEmpty() ? new NoSuchCompanyException() : new RightMissingException(right);
        }
        return card;
    }

    /**
     * Makes the first administrator of a firm that has none.
     *
     * @param firm the firm
     * @param person the person
     */
    @PlatformTransaction
    public void begin(FirmId firm, UserAccountId person) {
        if (administrators(firm) > 0) {
            throw new DelegationRefusedException(Reason.ALREADY_THERE);
        }
        insert(null, person, new Scope.WholeFirm(firm), Profile.ADMINISTRATOR);
    }

    /**
     * Gives a habilitation that stands on its own feet.
     *
     * @param by who gives; never more than what they hold by an own habilitation
     * @param to a colleague of the firm
     * @param scope where
     * @param profile what
     * @return the habilitation
     * @throws DelegationRefusedException if a rule forbids it
     * @throws ProofNeededException if the giver has not proven themselves lately
     */
    @PlatformTransaction
    public HabilitationId grant(UserAccountId by, UserAccountId to, Scope scope, Profile profile) {
        proof.require(by);
        requireGiver(by, scope, profile);
        requireColleague(to, scope.firm());
        return insert(by, to, scope, profile);
    }

    /**
     * Takes a habilitation back; effective with the holder's next act.
     *
     * @param by who takes it back
     * @param habilitation which
     * @throws DelegationRefusedException if it is not theirs to take, or the firm's last
     *     administrator
     */
    @PlatformTransaction
    public void revoke(UserAccountId by, HabilitationId habilitation) {
        Held held = find(habilitation);
        requireGiver(by, held.scope(), held.profile());
        platform.sql("SELECT id FROM platform.firm WHERE id = ? FOR UPDATE")
                .param(held.scope().firm().value())
                .query()
                .singleRow();
        boolean lastAdministrator =
                held.profile() == Profile.ADMINISTRATOR
                        && held.scope().company() == null
                        && administrators(held.scope().firm()) < 2;
        if (lastAdministrator) {
            throw new DelegationRefusedException(Reason.LAST_ADMINISTRATOR);
        }
        int revoked =
                platform.sql(
                                "UPDATE platform.habilitation SET revoked_at = now() WHERE id = ? AND revoked_at IS NULL")
                        .param(habilitation.value())
                        .update();
        if (revoked == 0) {
            throw new DelegationRefusedException(Reason.NOT_FOUND);
        }
        changed(held.holder());
        audit.recordInFirm(
                held.scope().firm(),
                by,
                null,
                "habilitation.revoked",
                AuditDetails.of(held.holder(), held.scope(), held.profile()));
        outbox.record(new HabilitationRevoked(habilitation));
    }

    /** A whole-firm administrator, by an own habilitation, holding at least what is given. */
    void requireGiver(UserAccountId by, Scope scope, Profile profile) {
        Set<Right> own = ownRights(by, scope);
        if (!own.contains(Right.DELEGATE) || !own.containsAll(profile.rights())) {
            throw new DelegationRefusedException(Reason.BEYOND_OWN_RIGHTS);
        }
    }

    void requireColleague(UserAccountId person, FirmId firm) {
        boolean member =
                platform.sql(
                                "SELECT EXISTS (SELECT 1 FROM platform.firm_member WHERE firm_id = ? AND user_id = ?)")
                        .params(firm.value(), person.value())
                        .query(Boolean.class)
                        .single();
        if (!member) {
            throw new DelegationRefusedException(Reason.NOT_A_COLLEAGUE);
        }
    }

    /** Whoever keeps an answer about this person's rights asks again. */
    void changed(UserAccountId person) {
        platform.sql(
                        "UPDATE platform.user_account SET rights_epoch = rights_epoch + 1 WHERE id = ?")
                .param(person.value())
                .update();
    }

    private record Held(UserAccountId holder, Scope scope, Profile profile) {}

    private Held find(HabilitationId habilitation) {
        return platform.sql(
                        "SELECT holder_id, firm_id, tenant_id, profile FROM platform.habilitation WHERE id = ? AND revoked_at IS NULL")
                .param(habilitation.value())
                .query((row, n) -> {
                    var company = row.getObject(3, UUID.class);
                    return new Held(
                            new UserAccountId(row.getObject(1, UUID.class)),
                            Scope.of(
                                    new FirmId(row.getObject(2, UUID.class)),
                                    company == null ? null : new TenantId(company)),
                            Profile.valueOf(row.getString(4)));
                })
                .optional()
                .orElseThrow(() -> new DelegationRefusedException(Reason.NOT_FOUND));
    }

    private HabilitationId insert(
            @Nullable UserAccountId by, UserAccountId to, Scope scope, Profile profile) {
        HabilitationId id = new HabilitationId(Uuid7.next());
        TenantId company = scope.company();
        try {
            platform.sql(
                            "INSERT INTO platform.habilitation (id, firm_id, tenant_id, profile, holder_id, granted_by) VALUES (?, ?, ?, ?, ?, ?)")
                    .param(id.value())
                    .param(scope.firm().value())
                    .param(company == null ? null : company.value())
                    .param(profile.name())
                    .param(to.value())
                    .param(by == null ? null : by.value())
                    .update();
        } catch (DuplicateKeyException there) {
            throw new DelegationRefusedException(Reason.ALREADY_THERE);
        }
        changed(to);
        audit.recordInFirm(
                scope.firm(),
                by,
                null,
                "habilitation.granted",
                AuditDetails.of(to, scope, profile));
        outbox.record(new HabilitationGranted(id));
        return id;
    }

    private int administrators(FirmId firm) {
        return platform.sql(
                        "SELECT count(*) FROM platform.habilitation WHERE firm_id = ? AND tenant_id IS NULL AND profile = 'ADMINISTRATOR' AND revoked_at IS NULL")
                .param(firm.value())
                .query(Integer.class)
                .single();
    }

    private Set<Right> ownRights(UserAccountId person, Scope scope) {
        return rightsOver(person, scope, true);
    }

    private Set<Right> rightsOver(UserAccountId person, Scope scope, boolean ownOnly) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (Grant grant : grants.heldBy(person)) {
            if (grant.scope().covers(scope) && (grant.own() || !ownOnly)) {
                rights.addAll(grant.profile().rights());
            }
        }
        return rights;
    }

    private static Scope scope(ClientCompanyCard card) {
        return new Scope.OneCompany(card.firm(), card.tenant());
    }
}
