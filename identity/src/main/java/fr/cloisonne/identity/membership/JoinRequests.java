package fr.cloisonne.identity.membership;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.membership.JoinRequestRows.Asked;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Requests to belong to a firm by people whom its provider brought. The provider's word opens no
 * account: a yes is an invitation to the mailbox, whose owner opens the account or proves the one
 * there is.
 */
@Component
public class JoinRequests {

    /** How many may wait in a firm. */
    private static final int MOST = 500;

    /** How long after a no it can be asked again. */
    private static final Duration PAUSE = Duration.ofDays(1);

    private final JoinRequestRows rows;
    private final InvitationRows invited;
    private final Invitations invitations;
    private final Habilitations habilitations;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    JoinRequests(
            JoinRequestRows rows,
            InvitationRows invited,
            Invitations invitations,
            Habilitations habilitations,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.rows = rows;
        this.invited = invited;
        this.invitations = invitations;
        this.habilitations = habilitations;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Asks, whether or not the address has an account; whoever asks already, or was told no within
     * a day, changes nothing.
     *
     * @param newcomer who, as the firm's provider said in this session
     * @param language in which they read
     */
    @PlatformTransaction
    public void ask(Newcomer newcomer, Locale language) {
        boolean lately =
                rows.standing(newcomer, clock.instant().minus(PAUSE))
                        .filter(one -> one.state() != JoinStanding.State.ACCEPTED)
                        .isPresent();
        JoinRequestId id = new JoinRequestId(Uuid7.next());
        if (lately
                || rows.waiting(newcomer.firm().id()).size() >= MOST
                || !rows.insert(id, newcomer, language, clock.instant())) {
            return;
        }
        audit.recordInFirm(
                newcomer.firm().id(), null, "join.asked", Map.of("request", id.toString()));
        outbox.record(new JoinAsked(id));
    }

    /**
     * How the latest request of a newcomer stands.
     *
     * @param newcomer who
     * @return nothing for who never asked
     */
    @PlatformTransaction(readOnly = true)
    public Optional<JoinStanding> standing(Newcomer newcomer) {
        return rows.standing(newcomer, Instant.EPOCH);
    }

    /**
     * The requests that wait.
     *
     * @param asker needs {@link Right#APPROVE} in the firm
     * @param firm the firm
     * @return the oldest first
     */
    @PlatformTransaction(readOnly = true)
    public List<JoinRequestLine> waiting(UserAccountId asker, FirmShortName firm) {
        return rows.waiting(habilitations.requireInFirm(asker, firm, Right.APPROVE).id());
    }

    /**
     * Says yes: an invitation without any right goes to the address.
     *
     * @param by needs {@link Right#APPROVE} in the firm
     * @param firm the firm
     * @param request which
     * @throws InvitationRefusedException if somebody of this address is in the firm already
     * @throws DelegationRefusedException if it waits no more
     */
    @PlatformTransaction
    public void accept(UserAccountId by, FirmShortName firm, JoinRequestId request) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.APPROVE);
        Asked asked = rows.locked(card.id(), request);
        EmailAddress email = new EmailAddress(asked.email());
        if (!invited.waits(card.id(), email, clock.instant())) {
            PersonName name = asked.name();
            invitations.send(
                    by,
                    card,
                    new InvitationForm(email, name, asked.language(), null, Set.of(), null, null));
        }
        answered(by, card, request, true, "");
    }

    /**
     * Says no; who asked reads the reason in a mail, and when they come again.
     *
     * @param by needs {@link Right#APPROVE} in the firm
     * @param firm the firm
     * @param request which
     * @param reason why, obligatory
     * @throws DelegationRefusedException if it waits no more, or no reason is given
     */
    @PlatformTransaction
    public void refuse(UserAccountId by, FirmShortName firm, JoinRequestId request, String reason) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.APPROVE);
        if (reason.isBlank()) {
            throw new DelegationRefusedException(Reason.ANSWER_MISSING);
        }
        rows.locked(card.id(), request);
        answered(by, card, request, false, reason.strip());
        outbox.record(new JoinRefused(request));
    }

    private void answered(
            UserAccountId by, FirmCard firm, JoinRequestId request, boolean yes, String answer) {
        rows.answered(request, yes, by, answer, clock.instant());
        audit.recordUse(
                firm.id(),
                by,
                Right.APPROVE,
                yes ? "join.accepted" : "join.refused",
                Map.of("request", request.toString()));
    }

    /**
     * One of them, for a mail about it.
     *
     * @param request which
     * @return nothing once it is answered
     */
    @PlatformTransaction(readOnly = true)
    public Optional<JoinNews> news(JoinRequestId request) {
        return rows.asked(request)
                .map(one -> new JoinNews(habilitations.firm(one.firm()), one.name(), one.email()));
    }

    /**
     * A no, for the mail about it.
     *
     * @param request which
     * @return nothing unless it was refused
     */
    @PlatformTransaction(readOnly = true)
    public Optional<JoinRefusal> refusal(JoinRequestId request) {
        return rows.refused(request)
                .map(one -> {
                    Asked asked = one.asked();
                    return new JoinRefusal(
                            habilitations.firm(asked.firm()),
                            asked.name(),
                            asked.email(),
                            asked.language(),
                            one.reason());
                });
    }
}
