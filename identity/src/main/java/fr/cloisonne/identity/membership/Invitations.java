package fr.cloisonne.identity.membership;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Loan;
import fr.cloisonne.identity.habilitation.PromisedRight;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.WaitingRights;
import fr.cloisonne.identity.membership.InvitationRefusedException.Reason;
import fr.cloisonne.identity.membership.InvitationRows.Invited;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Invites people into a firm, or as the staff of one of its companies, with the rights that wait
 * for them. An invitation is accepted by whoever is signed in with the account of its address; the
 * rights are judged when they are promised and again when they are given.
 */
@Component
public class Invitations {

    /** How long an invitation can be accepted, from when it was sent last. */
    static final Duration LIFE = Duration.ofDays(14);

    private final InvitationRows rows;
    private final Habilitations habilitations;
    private final WaitingRights waiting;
    private final UserAccounts accounts;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    Invitations(
            InvitationRows rows,
            Habilitations habilitations,
            WaitingRights waiting,
            UserAccounts accounts,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.rows = rows;
        this.habilitations = habilitations;
        this.waiting = waiting;
        this.accounts = accounts;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Invites somebody.
     *
     * @param by needs {@link Right#DELEGATE} in the firm, and all that is promised
     * @param firm the firm
     * @param form who, and to what
     * @return the invitation
     * @throws DelegationRefusedException if something in it is not the firm's, or beyond what the
     *     inviter holds
     * @throws InvitationRefusedException if that person is a member or invited already
     */
    @PlatformTransaction
    public InvitationId invite(UserAccountId by, FirmShortName firm, InvitationForm form) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        waiting.promise(by, card.id(), StaffRule.promised(card.id(), form));
        if (form.staffOf() == null && rows.isMember(card.id(), form.email())) {
            throw new InvitationRefusedException(Reason.MEMBER_ALREADY);
        }
        InvitationId id = new InvitationId(Uuid7.next());
        if (!rows.insert(id, card.id(), by, form, clock.instant(), LIFE)) {
            throw new InvitationRefusedException(Reason.INVITED_ALREADY);
        }
        record(card.id(), by, "invitation.sent", id);
        outbox.record(new InvitationSent(id));
        return id;
    }

    /**
     * Sends an invitation again and gives it its full time again.
     *
     * @param by needs {@link Right#DELEGATE} in the firm
     * @param firm the firm
     * @param invitation one that waits or whose time is over
     * @throws InvitationRefusedException if it was accepted or taken back
     */
    @PlatformTransaction
    public void resend(UserAccountId by, FirmShortName firm, InvitationId invitation) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        Invited found = locked(card.id(), invitation);
        if (found.state() == InvitationState.USED || found.state() == InvitationState.WITHDRAWN) {
            throw new InvitationRefusedException(found.state());
        }
        rows.sentAgain(invitation, clock.instant(), LIFE);
        record(card.id(), by, "invitation.resent", invitation);
        outbox.record(new InvitationSent(invitation));
    }

    /**
     * Takes an invitation back.
     *
     * @param by needs {@link Right#DELEGATE} in the firm
     * @param firm the firm
     * @param invitation one that waits or whose time is over
     * @throws InvitationRefusedException if it was accepted or taken back
     */
    @PlatformTransaction
    public void withdraw(UserAccountId by, FirmShortName firm, InvitationId invitation) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        Invited found = locked(card.id(), invitation);
        if (found.state() == InvitationState.USED || found.state() == InvitationState.WITHDRAWN) {
            throw new InvitationRefusedException(found.state());
        }
        rows.withdrawn(invitation, clock.instant());
        record(card.id(), by, "invitation.withdrawn", invitation);
    }

    /**
     * Accepts an invitation: the person belongs to the firm from now on, with the rights that
     * waited, as far as the inviter still holds them.
     *
     * @param person whose account has the address of the invitation
     * @param invitation which
     * @return the rights that the inviter could not give any more
     * @throws InvitationRefusedException if there is none for this address, or it is over
     * @throws fr.cloisonne.identity.habilitation.OtherWayNeededException if the session was opened
     *     by another firm's provider
     */
    @PlatformTransaction
    public List<PromisedRight> accept(UserAccountId person, InvitationId invitation) {
        Invited found =
                rows.locked(invitation, clock.instant())
                        .filter(one -> rows.isAddressOf(person, one.emailKey()))
                        .orElseThrow(() -> new InvitationRefusedException(Reason.UNKNOWN));
        habilitations.requireVouched(person, found.firm());
        if (found.state() != InvitationState.PENDING && found.state() != InvitationState.RESENT) {
            throw new InvitationRefusedException(found.state());
        }
        if (found.staffOf() == null) {
            accounts.join(person, found.firm());
        } else {
            rows.joinStaff(found.staffOf(), person, found.firm());
        }
        rows.used(invitation, person, clock.instant());
        List<PromisedRight> lost = given(person, found);
        record(found.firm(), person, "invitation.accepted", invitation);
        return lost;
    }

    private List<PromisedRight> given(UserAccountId person, Invited found) {
        LocalDate first = found.first();
        LocalDate last = found.last();
        if (first == null || last == null) {
            return waiting.give(found.by(), person, found.firm(), found.rights());
        }
        try {
            LocalDate today = LocalDate.now(clock);
            waiting.lend(
                    found.by(),
                    person,
                    new Loan(
                            found.rights().stream()
                                    .map(PromisedRight::scope)
                                    .collect(Collectors.toSet()),
                            found.rights().stream()
                                    .map(PromisedRight::profile)
                                    .collect(Collectors.toSet()),
                            first.isBefore(today) ? today : first,
                            last,
                            ""));
            return List.of();
        } catch (DelegationRefusedException refused) {
            return List.copyOf(Set.copyOf(found.rights()));
        }
    }

    private Invited locked(FirmId firm, InvitationId invitation) {
        return rows.locked(invitation, clock.instant())
                .filter(found -> found.firm().equals(firm))
                .orElseThrow(() -> new InvitationRefusedException(Reason.UNKNOWN));
    }

    private void record(FirmId firm, UserAccountId by, String act, InvitationId invitation) {
        audit.recordInFirm(firm, by, null, act, Map.of("invitation", invitation.toString()));
    }
}
