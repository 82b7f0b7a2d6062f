package fr.cloisonne.identity.membership;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.OtherWayNeededException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.PromisedRight;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.habilitation.WaitingRights;
import fr.cloisonne.tenancy.ClientCompanies;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.Siren;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Requests for rights: a member asks with a reason; whoever may answers one or many, within what
 * they hold themselves.
 */
@Component
public class RightRequests {

    private static final int LONGEST = 500;

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final WaitingRights waiting;
    private final RequestRows rows;
    private final ClientCompanies companies;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    RightRequests(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            WaitingRights waiting,
            RequestRows rows,
            ClientCompanies companies,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.waiting = waiting;
        this.rows = rows;
        this.companies = companies;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Asks for a right.
     *
     * @param person a member of the firm
     * @param firm the firm
     * @param part what and where
     * @param reason why, at most 500 characters
     * @return the request
     * @throws NoSuchCompanyException if there is no such firm for this person
     * @throws OtherWayNeededException if the session does not speak for this firm
     * @throws DelegationRefusedException if the place or profile is not the firm's, or it is asked
     *     for already
     */
    @PlatformTransaction
    public RequestId ask(
            UserAccountId person, FirmShortName firm, PromisedRight part, String reason) {
        FirmCard card = habilitations.requireMember(person, firm);
        waiting.requireKnown(card.id(), part);
        RequestId id = new RequestId(Uuid7.next());
        if (!rows.insert(id, card.id(), person, part, cut(reason), clock.instant())) {
            throw new DelegationRefusedException(Reason.ALREADY_THERE);
        }
        audit.recordInFirm(
                card.id(),
                person,
                "right.asked",
                Map.of("request", id.toString(), "profile", part.profile().code()));
        outbox.record(new RightAsked(id));
        return id;
    }

    /**
     * Asks for a right over a client company, named by its SIREN.
     *
     * @param person a member of the firm
     * @param firm the firm
     * @param company its SIREN
     * @param profile what
     * @param reason why
     * @return the request
     * @throws DelegationRefusedException if the firm has no such client, or it is asked for already
     */
    @PlatformTransaction
    public RequestId askFor(
            UserAccountId person,
            FirmShortName firm,
            Siren company,
            Profile profile,
            String reason) {
        habilitations.requireMember(person, firm);
        Scope scope =
                companies
                        .at(new CompanyPath(firm, company))
                        .<Scope>map(card -> new Scope.OneCompany(card.firm(), card.tenant()))
                        .orElseThrow(() -> new DelegationRefusedException(Reason.NOT_OF_THE_FIRM));
        return ask(person, firm, new PromisedRight(scope, profile), reason);
    }

    /**
     * Asks no more.
     *
     * @param person who asked
     * @param request which
     * @throws DelegationRefusedException if there is none of theirs that waits
     * @throws OtherWayNeededException if the session does not speak for its firm
     */
    @PlatformTransaction
    public void withdraw(UserAccountId person, RequestId request) {
        FirmId firm =
                platform.sql(
                                "UPDATE platform.right_request SET state = 'WITHDRAWN', answered_at = ? WHERE id = ? AND person_id = ? AND state = 'WAITING' RETURNING firm_id")
                        .param(Timestamp.from(clock.instant()))
                        .param(request.value())
                        .param(person.value())
                        .query((row, n) -> new FirmId(row.getObject(1, UUID.class)))
                        .optional()
                        .orElseThrow(() -> new DelegationRefusedException(Reason.NOT_FOUND));
        habilitations.requireVouched(person, firm);
        audit.recordInFirm(firm, person, "right.withdrawn", Map.of("request", request.toString()));
    }

    /**
     * Gives what was asked for, all of it or nothing.
     *
     * @param by needs {@link Right#APPROVE} in the firm and an own one where the right is given
     * @param firm the firm
     * @param requests which
     * @param answer what to say with it, or blank
     * @throws DelegationRefusedException if a rule forbids one of them, or one waits no more
     */
    @PlatformTransaction
    public void grant(
            UserAccountId by, FirmShortName firm, Collection<RequestId> requests, String answer) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.APPROVE);
        for (RequestId request : requests) {
            RequestRows.Asked asked = rows.locked(card.id(), request);
            if (asked.person().equals(by)) {
                throw new DelegationRefusedException(Reason.TO_ONESELF);
            }
            try {
                waiting.answer(by, asked.person(), asked.part());
            } catch (DelegationRefusedException refused) {
                if (refused.reason() != Reason.ALREADY_THERE) {
                    throw refused;
                }
            }
            answered(by, card, request, asked, RequestState.GRANTED, answer);
        }
    }

    /**
     * Does not give what was asked for.
     *
     * @param by needs {@link Right#APPROVE} in the firm
     * @param firm the firm
     * @param requests which
     * @param answer why, obligatory
     * @throws DelegationRefusedException if one waits no more, or no reason is given
     */
    @PlatformTransaction
    public void refuse(
            UserAccountId by, FirmShortName firm, Collection<RequestId> requests, String answer) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.APPROVE);
        if (answer.isBlank()) {
            throw new DelegationRefusedException(Reason.ANSWER_MISSING);
        }
        for (RequestId request : requests) {
            RequestRows.Asked asked = rows.locked(card.id(), request);
            answered(by, card, request, asked, RequestState.REFUSED, answer);
        }
    }

    private void answered(
            UserAccountId by,
            FirmCard firm,
            RequestId request,
            RequestRows.Asked asked,
            RequestState state,
            @Nullable String answer) {
        rows.answered(request, state, by, answer == null ? "" : cut(answer), clock.instant());
        audit.recordUse(
                firm.id(),
                by,
                Right.APPROVE,
                state == RequestState.GRANTED ? "right.request.granted" : "right.request.refused",
                Map.of(
                        "request",
                        request.toString(),
                        "holder",
                        asked.person().toString(),
                        "profile",
                        asked.part().profile().code()));
        outbox.record(new RightAnswered(request));
    }

    private static String cut(String text) {
        String said = text.strip();
        return said.substring(0, Math.min(LONGEST, said.length()));
    }
}
