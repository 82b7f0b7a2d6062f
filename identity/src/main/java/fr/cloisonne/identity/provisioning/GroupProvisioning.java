package fr.cloisonne.identity.provisioning;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException.Reason;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Groups as a firm's directory brings, changes and takes them away. A group gives nothing until an
 * administrator of the firm says what; then each change of who is in it is a change of rights.
 */
@Component
public class GroupProvisioning {

    private static final int MOST = 500;

    /** With their members, fewer groups fit into one answer. */
    private static final int MOST_WITH_MEMBERS = 20;

    private final GroupRows rows;
    private final PersonRows people;
    private final GroupRights rights;
    private final AuditTrail audit;

    GroupProvisioning(GroupRows rows, PersonRows people, GroupRights rights, AuditTrail audit) {
        this.rows = rows;
        this.people = people;
        this.rights = rights;
        this.audit = audit;
    }

    /**
     * A group of the firm.
     *
     * @param caller the directory
     * @param id which
     * @return what it is, unless the firm has no such group
     */
    @PlatformTransaction(readOnly = true)
    public Optional<ProvisionedGroup> find(ProvisioningCaller caller, ProvisionedGroupId id) {
        return rows.find(caller.firm(), id);
    }

    /**
     * Groups of the firm.
     *
     * @param caller the directory
     * @param condition what they must be like, or null for all
     * @param window which of them
     * @param members whether to tell who is in them; then at most 20 are told
     * @return the oldest first
     */
    @PlatformTransaction(readOnly = true)
    public Found<ProvisionedGroup> search(
            ProvisioningCaller caller,
            @Nullable Condition condition,
            Window window,
            boolean members) {
        Window told =
                members
                        ? new Window(window.start(), Math.min(window.count(), MOST_WITH_MEMBERS))
                        : window;
        return rows.search(
                caller.firm(), new ConditionSql(ConditionSql.GROUP, condition), told, members);
    }

    /**
     * Tells of a new group.
     *
     * @param caller the directory
     * @param facts what it says
     * @return the group
     * @throws ProvisioningRefusedException if the firm has one of that name
     */
    @PlatformTransaction
    public ProvisionedGroup create(ProvisioningCaller caller, GroupFacts facts) {
        people.lock(caller.firm());
        refuseTaken(caller.firm(), facts, null);
        if (rows.count(caller.firm()) >= MOST) {
            throw new ProvisioningRefusedException(Reason.TOO_MANY, "Groups");
        }
        ProvisionedGroupId id = new ProvisionedGroupId(Uuid7.next());
        rows.insert(caller.firm(), id, facts);
        record(caller, id, null, "provisioning.group.created");
        put(caller, id, facts.members());
        return require(caller.firm(), id);
    }

    /**
     * Changes a group.
     *
     * @param caller the directory
     * @param id which
     * @param version as it was when the change began, or null for any
     * @param facts what the directory says now
     * @return the group
     * @throws ProvisioningRefusedException if a rule forbids it
     */
    @PlatformTransaction
    public ProvisionedGroup replace(
            ProvisioningCaller caller,
            ProvisionedGroupId id,
            @Nullable String version,
            GroupFacts facts) {
        people.lock(caller.firm());
        ProvisionedGroup before = require(caller.firm(), id);
        PeopleProvisioning.requireVersion(before.version(), version);
        Set<ProvisionedPersonId> were = members(before);
        if (facts.equals(new GroupFacts(before.displayName(), before.externalId(), were))) {
            return before;
        }
        refuseTaken(caller.firm(), facts, id);
        rows.update(id, facts);
        if (!before.displayName().equals(facts.displayName())) {
            record(caller, id, null, "provisioning.group.changed");
        }
        take(caller, id, without(were, facts.members()));
        put(caller, id, without(facts.members(), were));
        return require(caller.firm(), id);
    }

    /**
     * Takes a group away, and with it what it gave.
     *
     * @param caller the directory
     * @param id which
     * @param version as it was when it was read, or null for any
     * @throws ProvisioningRefusedException if a rule forbids it
     */
    @PlatformTransaction
    public void remove(ProvisioningCaller caller, ProvisionedGroupId id, @Nullable String version) {
        people.lock(caller.firm());
        ProvisionedGroup before = require(caller.firm(), id);
        PeopleProvisioning.requireVersion(before.version(), version);
        record(caller, id, null, "provisioning.group.removed");
        take(caller, id, members(before));
        rows.remove(id);
    }

    private void put(
            ProvisioningCaller caller, ProvisionedGroupId id, Set<ProvisionedPersonId> added) {
        Set<ProvisionedPersonId> known = rows.known(caller.firm(), added);
        without(added, known).stream()
                .findFirst()
                .ifPresent(stranger -> {
                    throw new ProvisioningRefusedException(Reason.VALUE, "members");
                });
        rows.put(id, added);
        changed(caller, id, added, "provisioning.group.joined");
    }

    private void take(
            ProvisioningCaller caller, ProvisionedGroupId id, Set<ProvisionedPersonId> removed) {
        rows.take(id, removed);
        changed(caller, id, removed, "provisioning.group.left");
    }

    private void changed(
            ProvisioningCaller caller,
            ProvisionedGroupId id,
            Collection<ProvisionedPersonId> who,
            String act) {
        Map<String, String> because = caller.details();
        because.put("group", id.toString());
        for (ProvisionedPersonId person : who) {
            record(caller, id, person, act);
            rights.settle(caller.firm(), person, because);
        }
    }

    private static Set<ProvisionedPersonId> members(ProvisionedGroup group) {
        return group.members().stream()
                .map(member -> new ProvisionedPersonId(UUID.fromString(member.id())))
                .collect(Collectors.toSet());
    }

    private static Set<ProvisionedPersonId> without(
            Set<ProvisionedPersonId> some, Set<ProvisionedPersonId> others) {
        Set<ProvisionedPersonId> left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }

    private ProvisionedGroup require(FirmId firm, ProvisionedGroupId id) {
        return rows.find(firm, id)
                .orElseThrow(
                        () -> new ProvisioningRefusedException(Reason.NOT_FOUND, id.toString()));
    }

    private void refuseTaken(FirmId firm, GroupFacts facts, @Nullable ProvisionedGroupId but) {
        rows.taken(firm, facts, but)
                .ifPresent(other -> {
                    throw new ProvisioningRefusedException(Reason.TAKEN, other.toString());
                });
    }

    private void record(
            ProvisioningCaller caller,
            ProvisionedGroupId id,
            @Nullable ProvisionedPersonId person,
            String act) {
        Map<String, String> details = caller.details();
        details.put("group", id.toString());
        if (person != null) {
            details.put("person", person.toString());
        }
        audit.recordInFirm(caller.firm(), null, act, details);
    }
}
