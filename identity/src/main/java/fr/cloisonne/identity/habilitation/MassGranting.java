package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.habilitation.GrantLine.Verdict;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Gives and takes habilitations by the many: shown first, then done in one transaction that judges
 * each line again, with a row of the audit for each.
 */
@Component
public class MassGranting {

    /** How many habilitations one act may speak of. */
    public static final int AT_ONCE = 5000;

    private final Habilitations habilitations;
    private final HeldLines held;
    private final GivingRules rules;
    private final Profiles profiles;
    private final Administrators administrators;
    private final FreshProof proof;
    private final AuditTrail audit;
    private final Outbox outbox;

    MassGranting(
            Habilitations habilitations,
            HeldLines held,
            GivingRules rules,
            Profiles profiles,
            Administrators administrators,
            FreshProof proof,
            AuditTrail audit,
            Outbox outbox) {
        this.habilitations = habilitations;
        this.held = held;
        this.rules = rules;
        this.profiles = profiles;
        this.administrators = administrators;
        this.proof = proof;
        this.audit = audit;
        this.outbox = outbox;
    }

    /**
     * What would come of giving all this.
     *
     * @param by who asks, with {@link Right#DELEGATE} in the firm
     * @param firm the firm
     * @param wish what
     * @return a line for each habilitation
     * @throws DelegationRefusedException if something in it is not of the firm, or it is too much
     */
    @PlatformTransaction
    public List<GrantLine> giving(UserAccountId by, FirmShortName firm, GrantWish wish) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        List<GrantLine> lines = lines(wish);
        return judged(card.id(), lines, Set::contains, giveable(by, card.id(), lines));
    }

    /**
     * What would come of taking all this back.
     *
     * @param by who asks, with {@link Right#DELEGATE} in the firm
     * @param firm the firm
     * @param wish what
     * @return a line for each habilitation
     * @throws DelegationRefusedException if something in it is not of the firm, or it is too much
     */
    @PlatformTransaction
    public List<GrantLine> taking(UserAccountId by, FirmShortName firm, GrantWish wish) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        List<GrantLine> lines = lines(wish);
        return judged(
                card.id(),
                lines,
                (there, line) -> !there.contains(line),
                takeable(by, card.id(), lines));
    }

    /**
     * What would come of giving a colleague all that another holds by own habilitations.
     *
     * @param by who asks, with {@link Right#DELEGATE} in the firm
     * @param firm the firm
     * @param from whose rights are copied
     * @param to who gets them
     * @return a line for each habilitation of the first
     */
    @PlatformTransaction
    public List<GrantLine> copying(
            UserAccountId by, FirmShortName firm, UserAccountId from, UserAccountId to) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        List<GrantLine> lines =
                held.of(card.id(), from).stream()
                        .map(line -> new GrantLine(to, line.scope(), line.profile(), Verdict.TO_DO))
                        .toList();
        return lines.isEmpty()
                ? lines
                : judged(card.id(), lines, Set::contains, giveable(by, card.id(), lines));
    }

    /**
     * Gives what can be given of these lines.
     *
     * @param by who gives
     * @param firm the firm
     * @param lines as they were shown
     * @return how many were given
     * @throws DelegationRefusedException if one of them is beyond what the giver holds
     */
    @PlatformTransaction
    public int give(UserAccountId by, FirmShortName firm, List<GrantLine> lines) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        proof.require(by);
        List<GrantLine> toDo = lines.stream().filter(GrantLine::toDo).toList();
        requireAll(toDo, giveable(by, card.id(), toDo));
        requireOfTheFirm(card.id(), toDo);
        List<GrantLine> given = held.insert(card.id(), by, toDo);
        tell(by, card.id(), given, "habilitation.granted");
        perHolder(given)
                .forEach((holder, count) ->
                        outbox.record(
                                new HabilitationsChanged(
                                        card.id(), holder, by, count.intValue(), 0)));
        return given.size();
    }

    /**
     * Takes these lines back.
     *
     * @param by who takes them
     * @param firm the firm
     * @param lines as they were shown
     * @return how many were taken
     * @throws DelegationRefusedException if one of them is not theirs to take, or the firm would be
     *     left without an administrator
     */
    @PlatformTransaction
    public int take(UserAccountId by, FirmShortName firm, List<GrantLine> lines) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        proof.require(by);
        List<GrantLine> toDo = lines.stream().filter(GrantLine::toDo).toList();
        administrators.lock(card.id());
        requireAll(toDo, takeable(by, card.id(), toDo));
        List<GrantLine> taken = held.revoke(card.id(), toDo);
        administrators.requireKept(card.id());
        tell(by, card.id(), taken, "habilitation.revoked");
        perHolder(taken)
                .forEach((holder, count) ->
                        outbox.record(
                                new HabilitationsChanged(
                                        card.id(), holder, by, 0, count.intValue())));
        return taken.size();
    }

    private static List<GrantLine> lines(GrantWish wish) {
        if (wish.size() > AT_ONCE) {
            throw new DelegationRefusedException(Reason.TOO_MUCH);
        }
        return wish.lines();
    }

    /** Whether there is nothing to do for a line, given those that are there. */
    private interface Idle {
        boolean test(Set<GrantLine> there, GrantLine line);
    }

    private List<GrantLine> judged(
            FirmId firm, List<GrantLine> lines, Idle idle, Predicate<GrantLine> own) {
        requireOfTheFirm(firm, lines);
        Set<GrantLine> there = held.there(firm, lines);
        return lines.stream()
                .map(line -> line.judged(verdict(idle.test(there, line), own.test(line))))
                .toList();
    }

    private static Verdict verdict(boolean idle, boolean own) {
        if (idle) {
            return Verdict.NOTHING_TO_DO;
        }
        return own ? Verdict.TO_DO : Verdict.BEYOND_OWN_RIGHTS;
    }

    private static void requireAll(List<GrantLine> lines, Predicate<GrantLine> theirs) {
        if (lines.isEmpty()) {
            throw new DelegationRefusedException(Reason.NOTHING);
        }
        if (lines.size() > AT_ONCE) {
            throw new DelegationRefusedException(Reason.TOO_MUCH);
        }
        if (!lines.stream().allMatch(theirs)) {
            throw new DelegationRefusedException(Reason.BEYOND_OWN_RIGHTS);
        }
    }

    private void requireOfTheFirm(FirmId firm, List<GrantLine> lines) {
        Set<Scope> scopes = lines.stream().map(GrantLine::scope).collect(Collectors.toSet());
        rules.requirePlaces(firm, scopes);
        Set<UserAccountId> people =
                lines.stream().map(GrantLine::holder).collect(Collectors.toSet());
        rules.requireColleagues(firm, people, scopes);
    }

    /** Whether whoever takes holds, by an own habilitation, what a line gives, and may give. */
    private Predicate<GrantLine> takeable(UserAccountId by, FirmId firm, List<GrantLine> lines) {
        return theirs(firm, lines, rules.own(by, firm));
    }

    /** The same for whoever gives; what ends gives its holder nothing that lasts. */
    private Predicate<GrantLine> giveable(UserAccountId by, FirmId firm, List<GrantLine> lines) {
        OwnRights own = rules.own(by, firm);
        Predicate<GrantLine> lasting =
                theirs(firm, lines, new OwnRights(firm, own.lasting(), own.lasting()));
        return theirs(firm, lines, own)
                .and(line -> !line.holder().equals(by) || lasting.test(line));
    }

    private Predicate<GrantLine> theirs(FirmId firm, List<GrantLine> lines, OwnRights own) {
        Set<Profile> asked = lines.stream().map(GrantLine::profile).collect(Collectors.toSet());
        Map<Profile, ProfileSheet> sheets = profiles.held(firm, asked);
        return line -> {
            Set<Right> there = own.over(line.scope());
            ProfileSheet sheet = sheets.get(line.profile());
            return sheet != null
                    && there.contains(Right.DELEGATE)
                    && there.containsAll(sheet.rights());
        };
    }

    private void tell(UserAccountId by, FirmId firm, List<GrantLine> done, String act) {
        audit.recordEachUse(
                firm,
                by,
                Right.DELEGATE,
                act,
                done.stream()
                        .map(line -> AuditDetails.of(line.holder(), line.scope(), line.profile()))
                        .toList());
    }

    private static Map<UserAccountId, Long> perHolder(List<GrantLine> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(GrantLine::holder, Collectors.counting()));
    }
}
