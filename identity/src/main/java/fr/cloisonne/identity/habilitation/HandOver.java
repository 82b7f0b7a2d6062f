package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.identity.signin.SessionEnd;
import fr.cloisonne.identity.signin.SessionEnding;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * An administrator transfers habilitations for good: the receiver holds them on their own feet from
 * then on, and the first no longer does. A supported departure transfers all of them, and ends in
 * the same act the delegations, the sessions and the membership of whoever leaves. The firm is
 * never without an administrator.
 */
@Component
public class HandOver {

    private final Membership membership;
    private final EndOfRights end;
    private final Habilitations habilitations;
    private final Administrators administrators;
    private final HeldLines held;
    private final GivingRules rules;
    private final Profiles profiles;
    private final HandOverProof record;
    private final SessionEnding sessions;
    private final FreshProof proof;

    HandOver(
            Membership membership,
            EndOfRights end,
            Habilitations habilitations,
            Administrators administrators,
            HeldLines held,
            GivingRules rules,
            Profiles profiles,
            HandOverProof record,
            SessionEnding sessions,
            FreshProof proof) {
        this.membership = membership;
        this.end = end;
        this.habilitations = habilitations;
        this.administrators = administrators;
        this.held = held;
        this.rules = rules;
        this.profiles = profiles;
        this.record = record;
        this.sessions = sessions;
        this.proof = proof;
    }

    /**
     * Transfers some habilitations.
     *
     * @param by an administrator who holds each of them too, by an own habilitation
     * @param firm the firm
     * @param from whose they are
     * @param to whose they will be, one of the firm's people
     * @param lines some of {@link #heldBy}
     * @return the proof of it
     * @throws DelegationRefusedException if a rule forbids it
     * @throws ProofNeededException if the administrator has not proven themselves lately
     */
    @PlatformTransaction
    public HandOverId transfer(
            UserAccountId by,
            FirmShortName firm,
            UserAccountId from,
            UserAccountId to,
            Set<GrantLine> lines) {
        FirmId id = begun(by, firm, from, to);
        List<GrantLine> moved = held.of(id, from).stream().filter(lines::contains).toList();
        if (moved.isEmpty() || moved.size() < lines.size()) {
            throw new DelegationRefusedException(Reason.CHANGED_MEANWHILE);
        }
        move(by, id, to, moved);
        administrators.requireKept(id);
        return record.write(id, by, from, to, moved, false, 0);
    }

    /**
     * Lets a person leave the firm: all that they hold goes to another for good, and they keep
     * nothing.
     *
     * @param by an administrator who holds all of it too, by own habilitations
     * @param firm the firm
     * @param leaver who leaves, not the administrator themselves
     * @param to who takes over, one of the firm's people
     * @return the proof of it
     * @throws DelegationRefusedException if a rule forbids it
     * @throws ProofNeededException if the administrator has not proven themselves lately
     */
    @PlatformTransaction
    public HandOverId depart(
            UserAccountId by, FirmShortName firm, UserAccountId leaver, UserAccountId to) {
        if (by.equals(leaver)) {
            throw new DelegationRefusedException(Reason.OWN_DEPARTURE);
        }
        FirmId id = begun(by, firm, leaver, to);
        rules.requireGiver(by, new Scope.WholeFirm(id), Right.DELEGATE, Set.of());
        List<GrantLine> moved = held.of(id, leaver);
        move(by, id, to, moved);
        if (!membership.suspend(id, leaver)) {
            throw new DelegationRefusedException(Reason.NOT_A_COLLEAGUE);
        }
        int ended = end.silently(id, leaver);
        administrators.requireKept(id);
        sessions.endAll(leaver, SessionEnd.SUSPENDED);
        return record.write(id, by, leaver, to, moved, true, ended);
    }

    /**
     * What could be transferred.
     *
     * @param by needs {@link Right#DELEGATE} in the firm
     * @param firm the firm
     * @param person whose
     * @return all that they hold by own habilitations
     */
    @PlatformTransaction(readOnly = true)
    public List<GrantLine> heldBy(UserAccountId by, FirmShortName firm, UserAccountId person) {
        return held.of(habilitations.requireInFirm(by, firm, Right.DELEGATE).id(), person);
    }

    /** Under the lock of the firm, as any removal of an administrator. */
    private FirmId begun(
            UserAccountId by, FirmShortName firm, UserAccountId from, UserAccountId to) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        proof.require(by);
        if (from.equals(to)) {
            throw new DelegationRefusedException(Reason.TO_ONESELF);
        }
        administrators.lock(card.id());
        rules.requireColleagues(card.id(), List.of(to), List.of(new Scope.WholeFirm(card.id())));
        return card.id();
    }

    private void move(UserAccountId by, FirmId firm, UserAccountId to, List<GrantLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var sheets =
                profiles.held(
                        firm, lines.stream().map(GrantLine::profile).collect(Collectors.toSet()));
        OwnRights own = rules.own(by, firm);
        for (GrantLine line : lines) {
            ProfileSheet sheet = sheets.get(line.profile());
            if (sheet == null) {
                throw new DelegationRefusedException(Reason.NOT_OF_THE_FIRM);
            }
            GivingRules.requireGiver(own, line.scope(), Right.DELEGATE, sheet.rights());
            if (by.equals(to)) {
                GivingRules.requireNoGain(own, line.scope(), sheet.rights());
            }
        }
        held.insert(
                firm,
                by,
                lines.stream()
                        .map(line ->
                                new GrantLine(to, line.scope(), line.profile(), line.verdict()))
                        .toList());
        held.revoke(firm, lines);
    }
}
