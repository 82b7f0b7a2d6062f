package fr.cloisonne.identity.provisioning;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightsByGroup;
import fr.cloisonne.identity.provisioning.ClaimGroupRows.ClaimGroup;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException.Reason;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Groups that are told at sign-in: whoever bears a value in a claim of the firm's provider is in
 * one, until the provider says otherwise. What a group gives is said as for those of a directory.
 */
@Component
public class ClaimGroups {

    private static final int MOST = 100;

    private final ClaimGroupRows rows;
    private final GroupRows groups;
    private final PersonRows people;
    private final ColleagueRows colleagues;
    private final GroupRights rights;
    private final GroupReading given;
    private final GiftRows gifts;
    private final RightsByGroup rules;
    private final AuditTrail audit;

    ClaimGroups(
            ClaimGroupRows rows,
            GroupRows groups,
            PersonRows people,
            ColleagueRows colleagues,
            GroupRights rights,
            GroupReading given,
            GiftRows gifts,
            RightsByGroup rules,
            AuditTrail audit) {
        this.rows = rows;
        this.groups = groups;
        this.people = people;
        this.colleagues = colleagues;
        this.rights = rights;
        this.given = given;
        this.gifts = gifts;
        this.rules = rules;
        this.audit = audit;
    }

    /**
     * Names a value of a claim, so that something can be given to whoever bears it.
     *
     * @param by may say what the firm's groups give, with a fresh proof
     * @param firm the firm
     * @param provider one of the firm's providers; the caller has looked
     * @param claim the claim's name, or for one inside another the path to it with dots
     * @param value the value, told from others by case too
     * @throws ProvisioningRefusedException if it is named already, or has no form
     */
    @PlatformTransaction
    public void add(
            UserAccountId by, FirmShortName firm, UUID provider, String claim, String value) {
        FirmCard card = rules.requireMaySay(by, firm);
        people.lock(card.id());
        String name = Texts.required(claim, "claim", 200);
        String borne = Texts.required(value, "value", 200);
        if (rows.of(card.id(), provider).size() >= MOST) {
            throw new ProvisioningRefusedException(Reason.TOO_MANY, "Groups");
        }
        ProvisionedGroupId id =
                rows.insert(card.id(), provider, name, borne)
                        .orElseThrow(
                                () -> new ProvisioningRefusedException(Reason.THERE_ALREADY, name));
        record(card.id(), by, id, null, "provisioning.claim.named");
    }

    /**
     * Names a value no more: whoever held something by it alone loses it at once.
     *
     * @param by may say what the firm's groups give, with a fresh proof, and may take all of it
     * @param firm the firm
     * @param provider one of the firm's providers
     * @param group the value
     * @param seen what it gave on the page on which that was decided
     * @throws ProvisioningRefusedException if it is not named, gives something else than was seen,
     *     or the firm would be without an administrator
     */
    @PlatformTransaction
    public void remove(
            UserAccountId by,
            FirmShortName firm,
            UUID provider,
            ProvisionedGroupId group,
            Set<UUID> seen) {
        FirmCard card = rules.requireMaySay(by, firm);
        people.lock(card.id());
        if (rows.of(card.id(), provider).stream().noneMatch(one -> one.id().equals(group))) {
            throw new ProvisioningRefusedException(Reason.NOT_FOUND, group.toString());
        }
        gifts.requireSeen(group, seen);
        given.rightsOf(card.id(), group).forEach(one -> rules.requireMayTake(by, one.given()));
        forget(card.id(), by, group);
    }

    /**
     * The provider is gone: so is all that its claims gave.
     *
     * @param by who took it away
     * @param firm whose it was
     * @param provider which
     */
    @PlatformTransaction
    public void forgetAll(UserAccountId by, FirmId firm, UUID provider) {
        people.lock(firm);
        rows.of(firm, provider).forEach(one -> forget(firm, by, one.id()));
    }

    private void forget(FirmId firm, UserAccountId by, ProvisionedGroupId group) {
        List<ProvisionedPersonId> members = rows.members(group);
        record(firm, by, group, null, "provisioning.claim.named-no-more");
        groups.take(group, members);
        groups.remove(group);
        Map<String, String> because = Map.of("group", group.toString(), "by", by.toString());
        members.forEach(person -> rights.settle(firm, person, because));
    }

    /**
     * What claims would give, as things stand.
     *
     * @param firm the firm
     * @param provider its provider
     * @param claims what it says of somebody
     * @return what the groups give in which they would be
     */
    @PlatformTransaction(readOnly = true)
    public List<GroupRight> preview(FirmId firm, UUID provider, Map<String, List<String>> claims) {
        return rows.of(firm, provider).stream()
                .filter(one -> one.isIn(claims))
                .flatMap(one -> given.rightsOf(firm, one.id()).stream())
                .toList();
    }

    /**
     * Somebody comes in by the provider: they are in the groups that it tells now, and in no other
     * of its groups. Who is no colleague of the firm is in none.
     *
     * @param person who
     * @param firm whose provider it is
     * @param provider which
     * @param claims what it says of them
     * @throws ProvisioningRefusedException if the firm would be without an administrator
     */
    @PlatformTransaction
    public void told(
            UserAccountId person, FirmId firm, UUID provider, Map<String, List<String>> claims) {
        List<ClaimGroup> all = rows.of(firm, provider);
        if (all.isEmpty()) {
            return;
        }
        people.lock(firm);
        Map<String, String> because = Map.of("provider", provider.toString());
        colleagues.meet(firm).forEach(one -> rights.settle(firm, one, because));
        Set<ProvisionedGroupId> now =
                all.stream()
                        .filter(one -> one.isIn(claims))
                        .map(ClaimGroup::id)
                        .collect(Collectors.toSet());
        rows.person(firm, person).ifPresent(one -> move(firm, provider, one, now, because));
    }

    private void move(
            FirmId firm,
            UUID provider,
            ProvisionedPersonId person,
            Set<ProvisionedGroupId> now,
            Map<String, String> because) {
        Set<ProvisionedGroupId> gone = new HashSet<>(rows.held(provider, person));
        Set<ProvisionedGroupId> come = new HashSet<>(now);
        come.removeAll(gone);
        gone.removeAll(now);
        come.forEach(group -> {
            groups.put(group, List.of(person));
            record(firm, null, group, person, "provisioning.claim.joined");
        });
        gone.forEach(group -> {
            groups.take(group, List.of(person));
            record(firm, null, group, person, "provisioning.claim.left");
        });
        rights.settle(firm, person, because);
    }

    private void record(
            FirmId firm,
            @Nullable UserAccountId by,
            ProvisionedGroupId group,
            @Nullable ProvisionedPersonId person,
            String act) {
        Map<String, String> details =
                person == null
                        ? Map.of("group", group.toString())
                        : Map.of("group", group.toString(), "person", person.toString());
        audit.recordUse(firm, by, Right.DELEGATE, act, details);
    }
}
