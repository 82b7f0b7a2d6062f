package fr.cloisonne.identity.membership;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.account.ActivationId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.Habilitations;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Invites people into a firm, or as the staff of one of its companies, with the rights that wait
 * for them. An invitation is accepted by whoever is signed in with the account of its address, or
 * opens that account by the link of its mail; the rights are judged when they are promised and
 * again when they are given.
 */
@Component
public class Invitations {

    /** How long an invitation can be accepted, from when it was sent last. */
    static final Duration LIFE = Duration.ofDays(14);

    private final InvitationRows rows;
    private final Habilitations habilitations;
    private final WaitingRights waiting;
    private final InvitationActivation activation;
    private final InvitationAcceptance acceptance;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    Invitations(
            InvitationRows rows,
            Habilitations habilitations,
            WaitingRights waiting,
            InvitationActivation activation,
            InvitationAcceptance acceptance,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.rows = rows;
        this.habilitations = habilitations;
        this.waiting = waiting;
        this.activation = activation;
        this.acceptance = acceptance;
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
        return send(by, card, form);
    }

    /** Sends it, once the caller has judged who invites to what. */
    InvitationId send(UserAccountId by, FirmCard card, InvitationForm form) {
        if (form.staffOf() == null && rows.isMember(card.id(), form.email())) {
            throw new InvitationRefusedException(Reason.MEMBER_ALREADY);
        }
        InvitationId id = new InvitationId(Uuid7.next());
        Instant now = clock.instant();
        ActivationId asked = activation.open(form, now.plus(LIFE));
        if (!rows.insert(id, card.id(), by, form, asked, now, LIFE)) {
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
        Instant now = clock.instant();
        // The activation first, as whoever uses it holds the two.
        activation.reopen(invitation, now.plus(LIFE));
        requireNotOver(card.id(), invitation);
        rows.sentAgain(invitation, now, LIFE);
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
        activation.withdraw(invitation);
        requireNotOver(card.id(), invitation);
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
        if (!found.state().open()) {
            throw new InvitationRefusedException(found.state());
        }
        activation.settle(invitation, person);
        return acceptance.give(person, invitation, found);
    }

    /**
     * Makes the link that opens an account for the invitation's address, while its mail is written;
     * those before it open no more.
     *
     * @param invitation which
     * @return the secret of the link; nothing where the address has an account already
     */
    @PlatformTransaction
    public Optional<String> mintLink(InvitationId invitation) {
        return activation.mintLink(invitation);
    }

    private void requireNotOver(FirmId firm, InvitationId invitation) {
        Invited found =
                rows.locked(invitation, clock.instant())
                        .filter(one -> one.firm().equals(firm))
                        .orElseThrow(() -> new InvitationRefusedException(Reason.UNKNOWN));
        if (found.over()) {
            throw new InvitationRefusedException(found.state());
        }
    }

    private void record(FirmId firm, UserAccountId by, String act, InvitationId invitation) {
        audit.recordUse(firm, by, Right.DELEGATE, act, Map.of("invitation", invitation.toString()));
    }
}
