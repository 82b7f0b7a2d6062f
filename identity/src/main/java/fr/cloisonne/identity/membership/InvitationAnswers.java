package fr.cloisonne.identity.membership;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.membership.InvitationRefusedException.Reason;
import fr.cloisonne.identity.membership.InvitationRows.Invited;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What else somebody can answer to an invitation than yes: no, or that it be sent again, once its
 * time is over. They show who they are by their account, or by the latest link of its mail.
 */
@Component
public class InvitationAnswers {

    /** Asked for more often, it is told once. */
    private static final Duration BETWEEN = Duration.ofDays(1);

    private final InvitationRows rows;
    private final InvitationActivation activation;
    private final Habilitations habilitations;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    InvitationAnswers(
            InvitationRows rows,
            InvitationActivation activation,
            Habilitations habilitations,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.rows = rows;
        this.activation = activation;
        this.habilitations = habilitations;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Says no; the invitation opens nothing any more.
     *
     * @param person whose account has the address of the invitation
     * @param invitation which
     * @throws InvitationRefusedException if there is none for this address, or it is over
     */
    @PlatformTransaction
    public void decline(UserAccountId person, InvitationId invitation) {
        activation.withdraw(invitation);
        decline(invitation, own(person, invitation), person);
    }

    /**
     * The same without an account.
     *
     * @param secret of the mail's link
     * @throws InvitationRefusedException if the link leads to none, or it is over
     */
    @PlatformTransaction
    public void decline(String secret) {
        InvitationId invitation = of(secret);
        activation.withdraw(invitation);
        decline(invitation, found(invitation), null);
    }

    private void decline(InvitationId invitation, Invited found, @Nullable UserAccountId person) {
        if (found.over()) {
            throw new InvitationRefusedException(found.state());
        }
        rows.declined(invitation, clock.instant());
        audit.recordInFirm(
                found.firm(),
                person,
                "invitation.declined",
                Map.of("invitation", invitation.toString()));
        outbox.record(new InvitationDeclined(invitation));
    }

    /**
     * Asks those who invite to send an invitation again; only they give it more time.
     *
     * @param person whose account has the address of the invitation
     * @param invitation one whose time is over
     * @throws InvitationRefusedException if there is none for this address, or it stands otherwise
     */
    @PlatformTransaction
    public void want(UserAccountId person, InvitationId invitation) {
        want(invitation, own(person, invitation));
    }

    /**
     * The same without an account.
     *
     * @param secret of the mail's link
     * @throws InvitationRefusedException if the link leads to none, or it stands otherwise
     */
    @PlatformTransaction
    public void want(String secret) {
        InvitationId invitation = of(secret);
        want(invitation, found(invitation));
    }

    private void want(InvitationId invitation, Invited found) {
        if (found.state() != InvitationState.EXPIRED) {
            throw new InvitationRefusedException(found.state());
        }
        if (rows.wanted(invitation, clock.instant(), clock.instant().minus(BETWEEN))) {
            outbox.record(new InvitationWanted(invitation));
        }
    }

    private InvitationId of(String secret) {
        return activation
                .invitationOf(secret)
                .orElseThrow(() -> new InvitationRefusedException(Reason.UNKNOWN));
    }

    private Invited own(UserAccountId person, InvitationId invitation) {
        Invited found = found(invitation);
        if (!rows.isAddressOf(person, found.emailKey())) {
            throw new InvitationRefusedException(Reason.UNKNOWN);
        }
        habilitations.requireVouched(person, found.firm());
        return found;
    }

    private Invited found(InvitationId invitation) {
        return rows.locked(invitation, clock.instant())
                .orElseThrow(() -> new InvitationRefusedException(Reason.UNKNOWN));
    }
}
