package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Grants.Reach;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Who may do what and where, read from the database at each question. */
@Component
public class Habilitations {

    /** Asked about in the place of what is not there, so that the answer takes as long. */
    private static final Scope NOWHERE =
            new Scope.OneCompany(new FirmId(new UUID(0, 0)), new TenantId(new UUID(0, 0)));

    private final Sight sight;
    private final Grants grants;
    private final Firms firms;
    private final ClientCompanies companies;
    private final Vouching vouching;
    private final Refusing refusing;

    Habilitations(
            Sight sight,
            Grants grants,
            Firms firms,
            ClientCompanies companies,
            Vouching vouching,
            Refusing refusing) {
        this.sight = sight;
        this.grants = grants;
        this.firms = firms;
        this.companies = companies;
        this.vouching = vouching;
        this.refusing = refusing;
    }

    /**
     * The client companies that a person may enter, in three queries however many they are.
     *
     * @param person the person
     * @return by name
     */
    @PlatformTransaction(readOnly = true)
    public List<ClientCompanyCard> clientCompaniesOf(UserAccountId person) {
        Set<Reach> reached = new LinkedHashSet<>(sight.reach(person));
        Set<FirmId> whole = new LinkedHashSet<>();
        Set<TenantId> single = new LinkedHashSet<>();
        for (Reach reach : reached) {
            TenantId company = reach.company();
            if (company == null) {
                whole.add(reach.firm());
            } else {
                single.add(company);
            }
        }
        Set<ClientCompanyCard> found = new LinkedHashSet<>(companies.ofFirms(whole));
        companies.cards(single).stream()
                .filter(card -> reached.contains(new Reach(card.firm(), card.tenant())))
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
    @PlatformTransaction(readOnly = true)
    public List<FirmCard> firmsOf(UserAccountId person) {
        return firms.cards(sight.reach(person).stream().map(Reach::firm).distinct().toList());
    }

    /**
     * What a person may do in the company at an address.
     *
     * @param person the person
     * @param path the address
     * @return the rights, at least one
     * @throws NoSuchCompanyException if there is no such firm or company, or no right there
     * @throws OtherWayNeededException if the session does not speak for this firm
     */
    @PlatformTransaction(readOnly = true)
    public Access access(UserAccountId person, CompanyPath path) {
        Vouched vouched = vouched(person, path.firm());
        Optional<ClientCompanyCard> found = companies.at(path);
        Holding held = sight.over(person, found.map(Habilitations::place).orElse(NOWHERE), vouched);
        ClientCompanyCard card = found.orElseThrow(() -> refusing.unknown(person, path.firm()));
        Set<Right> rights = held.rights();
        if (rights.isEmpty()) {
            throw refusing.unknown(person, card);
        }
        return new Access(card, rights, held.lent());
    }

    /**
     * The same for one who has this right there.
     *
     * @param person the person
     * @param path the address
     * @param right what is needed
     * @return the rights, this among them
     * @throws RightMissingException if something is held, but not this
     */
    @PlatformTransaction(readOnly = true)
    public Access requireInCompany(UserAccountId person, CompanyPath path, Right right) {
        Access access = access(person, path);
        if (!access.allows(right)) {
            throw refusing.missing(person, access.scope(), right);
        }
        return access;
    }

    /**
     * What a person may do in a firm as a whole.
     *
     * @param person the person
     * @param firm the firm
     * @return the rights, none for a firm that does not exist
     */
    @PlatformTransaction(readOnly = true)
    public Set<Right> firmRights(UserAccountId person, FirmShortName firm) {
        return firms.byShortName(firm)
                .map(card -> overWhole(person, card, vouching.of(person)))
                .orElse(Set.of());
    }

    /**
     * What a person holds in a firm as a whole, by whichever way they come in: for those who write
     * to them.
     *
     * @param person the person
     * @param firm the firm
     * @return the rights
     */
    @PlatformTransaction(readOnly = true)
    public Set<Right> heldIn(UserAccountId person, FirmId firm) {
        return grants.over(person, new Scope.WholeFirm(firm), Vouched.FOR_ALL).rights();
    }

    /**
     * The firm, for one who has the right there.
     *
     * @param person the person
     * @param firm the firm
     * @param right what is needed
     * @return the firm
     * @throws NoSuchCompanyException if there is no such firm, or nothing held in it
     * @throws OtherWayNeededException if the session does not speak for this firm
     * @throws RightMissingException if something is held, but not this
     */
    public FirmCard requireInFirm(UserAccountId person, FirmShortName firm, Right right) {
        Vouched vouched = vouched(person, firm);
        Optional<FirmCard> found = firms.byShortName(firm);
        Scope whole = found.<Scope>map(card -> new Scope.WholeFirm(card.id())).orElse(NOWHERE);
        Set<Right> held = sight.over(person, whole, vouched).rights();
        if (!held.contains(right)) {
            throw held.isEmpty()
                    ? refusing.unknown(person, firm)
                    : refusing.missing(person, whole, right);
        }
        return found.orElseThrow();
    }

    /** Asked before anything is looked up, so that a firm that is none gives the same answer. */
    private Vouched vouched(UserAccountId person, FirmShortName name) {
        Vouched vouched = vouching.of(person);
        if (vouched.equals(Vouched.FOR_ALL)) {
            return vouched;
        }
        Optional<FirmId> firm = firms.byShortName(name).map(FirmCard::id);
        if (vouched.limited() && firm.filter(one -> !vouched.limited(one)).isEmpty()) {
            throw new OtherWayNeededException(name);
        }
        if (firm.filter(vouched.asking()::contains).isPresent()) {
            throw OtherWayNeededException.onlyByProviderOf(name);
        }
        return vouched;
    }

    /**
     * Whether the session speaks for a firm to which the person may not belong yet.
     *
     * @param person the person
     * @param firm the firm
     * @throws OtherWayNeededException if it speaks for others alone
     */
    public void requireVouched(UserAccountId person, FirmId firm) {
        vouched(person, firm(firm).shortName());
    }

    /**
     * The firm, for whoever deals with it by their own name, without a right and perhaps without
     * belonging to it.
     *
     * @param person the person
     * @param firm the firm
     * @return the firm
     * @throws NoSuchCompanyException if there is no such firm
     * @throws OtherWayNeededException if the session does not speak for this firm
     */
    public FirmCard requireVouched(UserAccountId person, FirmShortName firm) {
        vouched(person, firm);
        return firms.byShortName(firm).orElseThrow(() -> refusing.unknown(person, firm));
    }

    private static Scope place(ClientCompanyCard card) {
        return new Scope.OneCompany(card.firm(), card.tenant());
    }

    /**
     * Whether the session speaks for a firm, for lists that leave out the others.
     *
     * @param person the person
     * @return true for each firm of which they may read here
     */
    public Predicate<FirmId> vouchedFor(UserAccountId person) {
        return vouching.of(person)::speaksFor;
    }

    /**
     * The person's firms that ask for a provider of their own, which this session has not shown.
     *
     * @param person the person
     * @return by name
     */
    public List<FirmCard> askingForProvider(UserAccountId person) {
        Vouched vouched = vouching.of(person);
        return firms.cards(
                vouched.asking().stream().filter(firm -> !vouched.limited(firm)).toList());
    }

    /**
     * The firms to which a person belongs, whether or not they hold anything there.
     *
     * @param person the person
     * @return by name, without those where they are suspended
     */
    public List<FirmCard> membershipsOf(UserAccountId person) {
        return firms.cards(grants.memberships(person));
    }

    /**
     * A firm, for those who write about it.
     *
     * @param firm which
     * @return what is shown of it
     */
    public FirmCard firm(FirmId firm) {
        return firms.cards(List.of(firm)).getFirst();
    }

    /**
     * The firm, for one of its members.
     *
     * @param person the person
     * @param firm the firm
     * @return the firm
     * @throws NoSuchCompanyException if there is no such firm, or they do not belong to it
     * @throws OtherWayNeededException if the session does not speak for this firm
     */
    public FirmCard requireMember(UserAccountId person, FirmShortName firm) {
        FirmCard card = requireVouched(person, firm);
        if (!grants.memberships(person).contains(card.id())) {
            throw refusing.unknown(person, firm);
        }
        return card;
    }

    private Set<Right> overWhole(UserAccountId person, FirmCard firm, Vouched vouched) {
        return sight.over(person, new Scope.WholeFirm(firm.id()), vouched).rights();
    }
}
