package fr.cloisonne.identity.membership;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.account.ActivationId;
import fr.cloisonne.identity.account.ActivationListener;
import fr.cloisonne.identity.account.Activations;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.membership.InvitationRows.Asking;
import fr.cloisonne.identity.membership.InvitationRows.Invited;
import fr.cloisonne.tenancy.value.FirmCard;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The account that an invitation asks for, whether or not its address has one: the mail alone finds
 * that out. Whoever opens the account by it has accepted the invitation.
 */
@Component
class InvitationActivation implements ActivationListener {

    private static final String KIND = "INVITATION";

    private final Activations activations;
    private final InvitationRows rows;
    private final InvitationAcceptance acceptance;
    private final Habilitations habilitations;
    private final Clock clock;

    InvitationActivation(
            Activations activations,
            InvitationRows rows,
            InvitationAcceptance acceptance,
            Habilitations habilitations,
            Clock clock) {
        this.activations = activations;
        this.rows = rows;
        this.acceptance = acceptance;
        this.habilitations = habilitations;
        this.clock = clock;
    }

    ActivationId open(InvitationForm form, Instant closes) {
        return activations.open(KIND, form.email(), form.name(), form.language(), closes);
    }

    void reopen(InvitationId invitation, Instant closes) {
        rows.activationOf(invitation).ifPresent(one -> activations.reopen(one, closes));
    }

    void withdraw(InvitationId invitation) {
        rows.activationOf(invitation).ifPresent(activations::withdraw);
    }

    void settle(InvitationId invitation, UserAccountId person) {
        rows.activationOf(invitation).ifPresent(one -> activations.settle(one, person));
    }

    Optional<String> mintLink(InvitationId invitation) {
        return rows.activationOf(invitation)
                .flatMap(activations::mintLink)
                .filter(Activations.Message.Link.class::isInstance)
                .map(Activations.Message.Link.class::cast)
                .map(Activations.Message.Link::secret);
    }

    Optional<InvitationId> invitationOf(String secret) {
        return activations.latest(secret).flatMap(rows::by).map(Asking::id);
    }

    @Override
    public Set<String> context(ActivationId activation) {
        return firm(activation)
                .map(firm -> Set.of(firm.legalName(), firm.shortName().value()))
                .orElse(Set.of());
    }

    @Override
    public Optional<String> invitedInto(ActivationId activation) {
        return firm(activation).map(FirmCard::legalName);
    }

    private Optional<FirmCard> firm(ActivationId activation) {
        return rows.by(activation).map(Asking::firm).map(habilitations::firm);
    }

    @Override
    public void activated(ActivationId activation, UserAccountId person) {
        rows.by(activation).map(Asking::id).ifPresent(id -> accept(id, person));
    }

    private void accept(InvitationId id, UserAccountId person) {
        Invited invited =
                rows.locked(id, clock.instant())
                        .filter(one -> rows.isAddressOf(person, one.emailKey()))
                        .orElseThrow(() ->
                                new InvitationRefusedException(
                                        InvitationRefusedException.Reason.UNKNOWN));
        if (invited.over()) {
            throw new InvitationRefusedException(invited.state());
        }
        acceptance.give(person, id, invited);
    }
}
