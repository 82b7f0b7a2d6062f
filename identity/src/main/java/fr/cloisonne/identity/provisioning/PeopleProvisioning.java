package fr.cloisonne.identity.provisioning;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Membership;
import fr.cloisonne.identity.provisioning.PersonReading.Row;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException.Reason;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * People as a firm's directory brings, changes and takes them away. What it says stays within the
 * firm: it opens no account, and looks at none but its own colleagues', so that nothing here can
 * take an account over or tell whether an address is known elsewhere.
 */
@Component
public class PeopleProvisioning {

    private static final int MOST_AWAITED = 2_000;

    private final PersonRows rows;
    private final PersonReading reading;
    private final ColleagueRows colleagues;
    private final GroupRights rights;
    private final ArrivalLinks links;
    private final Membership membership;
    private final Leaving leaving;
    private final AuditTrail audit;
    private final Outbox outbox;

    PeopleProvisioning(
            PersonRows rows,
            PersonReading reading,
            ColleagueRows colleagues,
            GroupRights rights,
            ArrivalLinks links,
            Membership membership,
            Leaving leaving,
            AuditTrail audit,
            Outbox outbox) {
        this.rows = rows;
        this.reading = reading;
        this.colleagues = colleagues;
        this.rights = rights;
        this.links = links;
        this.membership = membership;
        this.leaving = leaving;
        this.audit = audit;
        this.outbox = outbox;
    }

    /**
     * A person of the firm.
     *
     * @param caller the directory
     * @param id who
     * @return who that is, unless the firm has no such person
     */
    @PlatformTransaction
    public Optional<ProvisionedPerson> find(ProvisioningCaller caller, ProvisionedPersonId id) {
        meet(caller);
        return reading.find(caller.firm(), id).map(Row::person);
    }

    /**
     * People of the firm.
     *
     * @param caller the directory
     * @param condition what they must be like, or null for all
     * @param window which of them
     * @return the oldest first
     */
    @PlatformTransaction
    public Found<ProvisionedPerson> search(
            ProvisioningCaller caller, @Nullable Condition condition, Window window) {
        meet(caller);
        return reading.search(
                caller.firm(), new ConditionSql(ConditionSql.PERSON, condition), window);
    }

    /**
     * Tells of a new person: they are awaited until they agree, whether they have an account or
     * not.
     *
     * @param caller the directory
     * @param facts what it says
     * @return the person
     * @throws ProvisioningRefusedException if the firm knows such a person already
     */
    @PlatformTransaction
    public ProvisionedPerson create(ProvisioningCaller caller, PersonFacts facts) {
        meet(caller);
        refuseTaken(caller.firm(), facts, null);
        if (reading.awaited(caller.firm()) >= MOST_AWAITED) {
            throw new ProvisioningRefusedException(Reason.TOO_MANY, "Users");
        }
        ProvisionedPersonId id = new ProvisionedPersonId(Uuid7.next());
        rows.insert(caller.firm(), id, facts);
        record(caller, id, "provisioning.person.created");
        invite(caller.firm(), id, facts);
        return require(caller.firm(), id).person();
    }

    /**
     * Changes what the directory says of a person. One who no longer works for the firm is
     * suspended there at once: sessions, tokens and delegations end.
     *
     * @param caller the directory
     * @param id who
     * @param version as it was when the change began, or null for any
     * @param facts what it says now
     * @return the person
     * @throws ProvisioningRefusedException if a rule forbids it
     */
    @PlatformTransaction
    public ProvisionedPerson replace(
            ProvisioningCaller caller,
            ProvisionedPersonId id,
            @Nullable String version,
            PersonFacts facts) {
        meet(caller);
        Row before = require(caller.firm(), id);
        requireVersion(before.person().version(), version);
        if (before.person().facts().equals(facts)) {
            return before.person();
        }
        refuseTaken(caller.firm(), facts, id);
        rows.update(id, facts);
        rows.rename(id, facts.name());
        boolean wasActive = before.person().facts().active();
        if (wasActive != facts.active()) {
            activate(caller, before, facts.active());
        }
        if (wasActive && sameButActive(before.person().facts(), facts)) {
            return require(caller.firm(), id).person();
        }
        record(caller, id, "provisioning.person.changed");
        boolean newAddress = !before.person().facts().email().equals(facts.email());
        if (before.account() == null && (newAddress || !wasActive)) {
            invite(caller.firm(), id, facts);
        }
        return require(caller.firm(), id).person();
    }

    private static boolean sameButActive(PersonFacts before, PersonFacts after) {
        return before.equals(
                new PersonFacts(
                        after.userName(),
                        after.externalId(),
                        after.name(),
                        after.email(),
                        before.active()));
    }

    private void activate(ProvisioningCaller caller, Row before, boolean active) {
        UserAccountId account = before.account();
        if (account != null && active) {
            reinstate(caller.firm(), account);
        } else if (account != null) {
            leaving.forAWhile(caller.firm(), account);
        }
        record(
                caller,
                before.person().id(),
                active ? "provisioning.person.reactivated" : "provisioning.person.deactivated");
    }

    private void reinstate(FirmId firm, UserAccountId account) {
        if (!membership.reinstateByDirectory(firm, account)) {
            throw new ProvisioningRefusedException(Reason.SUSPENDED_HERE, "active");
        }
    }

    /**
     * Takes a person out of the firm: what they held there is over, their account stays theirs.
     *
     * @param caller the directory
     * @param id who
     * @param version as it was when it was read, or null for any
     * @throws ProvisioningRefusedException if a rule forbids it
     */
    @PlatformTransaction
    public void remove(
            ProvisioningCaller caller, ProvisionedPersonId id, @Nullable String version) {
        meet(caller);
        Row before = require(caller.firm(), id);
        requireVersion(before.person().version(), version);
        record(caller, id, "provisioning.person.removed");
        UserAccountId account = before.account();
        if (account != null) {
            leaving.forGood(caller.firm(), account);
        }
        links.withdraw(id);
        rows.remove(id);
    }

    private void meet(ProvisioningCaller caller) {
        rows.lock(caller.firm());
        for (ProvisionedPersonId came : colleagues.meet(caller.firm())) {
            rights.settle(caller.firm(), came, caller.details());
        }
    }

    private Row require(FirmId firm, ProvisionedPersonId id) {
        return reading.find(firm, id)
                .orElseThrow(
                        () -> new ProvisioningRefusedException(Reason.NOT_FOUND, id.toString()));
    }

    static void requireVersion(String now, @Nullable String seen) {
        if (seen != null && !seen.equals(now)) {
            throw new ProvisioningRefusedException(Reason.VERSION, now);
        }
    }

    private void refuseTaken(FirmId firm, PersonFacts facts, @Nullable ProvisionedPersonId but) {
        reading.taken(firm, facts, but)
                .ifPresent(other -> {
                    throw new ProvisioningRefusedException(Reason.TAKEN, other.toString());
                });
    }

    private void invite(FirmId firm, ProvisionedPersonId id, PersonFacts facts) {
        if (facts.active() && !reading.toldLately(firm, facts.email(), id)) {
            links.open(id, facts);
            outbox.record(new ColleagueProvisioned(id));
        }
    }

    private void record(ProvisioningCaller caller, ProvisionedPersonId id, String act) {
        Map<String, String> details = caller.details();
        details.put("person", id.toString());
        audit.recordInFirm(caller.firm(), null, act, details);
    }
}
