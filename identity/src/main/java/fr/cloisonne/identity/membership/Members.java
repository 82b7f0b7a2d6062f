package fr.cloisonne.identity.membership;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.account.WayIn;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Administrators;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.habilitation.EndOfRights;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Membership;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Suspends, reinstates and detaches members. A suspended member keeps their habilitations, and none
 * counts; what they lent ends at once and does not come back. The last administrator is neither
 * suspended nor detached.
 */
@Component
public class Members {

    /** Among the staff of the firm's companies. */
    private static final String STAFF =
            "user_id = :person AND tenant_id IN (SELECT m.tenant_id FROM platform.mandate m WHERE m.firm_id = :firm)";

    private static final String MEMBER =
            "SELECT EXISTS (SELECT 1 FROM platform.firm_member WHERE firm_id = :firm AND user_id = :person AND suspended_at IS NULL) OR EXISTS (SELECT 1 FROM platform.company_member WHERE suspended_at IS NULL AND "
                    + STAFF
                    + ")";

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final Administrators administrators;
    private final Granting granting;
    private final Membership membership;
    private final EndOfRights end;
    private final FreshProof proof;
    private final UserAccounts accounts;
    private final WayIn wayIn;
    private final AuditTrail audit;
    private final Outbox outbox;

    Members(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            Administrators administrators,
            Granting granting,
            Membership membership,
            EndOfRights end,
            FreshProof proof,
            UserAccounts accounts,
            WayIn wayIn,
            AuditTrail audit,
            Outbox outbox) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.administrators = administrators;
        this.granting = granting;
        this.membership = membership;
        this.end = end;
        this.proof = proof;
        this.accounts = accounts;
        this.wayIn = wayIn;
        this.audit = audit;
        this.outbox = outbox;
    }

    /**
     * Suspends a member: nothing of theirs counts in the firm from now on.
     *
     * @param by an administrator of the firm
     * @param firm the firm
     * @param person who
     * @throws DelegationRefusedException if they are no member, suspended already, or the last
     *     administrator
     */
    @PlatformTransaction
    public void suspend(UserAccountId by, FirmShortName firm, UserAccountId person) {
        FirmCard card = allowedToEnd(by, firm, person);
        changed(
                membership.suspend(card.id(), person),
                staff(
                        "UPDATE platform.company_member SET suspended_at = now() WHERE suspended_at IS NULL AND ",
                        card,
                        person));
        end.ofLending(by, card.id(), person);
        tell(by, card, person, "member.suspended", new MemberSuspended(card.id(), person));
    }

    /**
     * Reinstates a member: their habilitations count again.
     *
     * @param by an administrator of the firm
     * @param firm the firm
     * @param person who
     * @throws DelegationRefusedException if they are not suspended
     */
    @PlatformTransaction
    public void reinstate(UserAccountId by, FirmShortName firm, UserAccountId person) {
        FirmCard card = allowed(by, firm, person);
        changed(
                membership.reinstate(card.id(), person),
                staff(
                        "UPDATE platform.company_member SET suspended_at = NULL WHERE suspended_at IS NOT NULL AND ",
                        card,
                        person));
        tell(by, card, person, "member.reinstated", new MemberReinstated(card.id(), person));
    }

    /**
     * Detaches a member for good: their habilitations are taken back, what they lent and were lent
     * ends, and they belong to the firm no more.
     *
     * @param by an administrator of the firm
     * @param firm the firm
     * @param person who
     * @throws DelegationRefusedException if they are no member, or the last administrator
     */
    @PlatformTransaction
    public void detach(UserAccountId by, FirmShortName firm, UserAccountId person) {
        FirmCard card = allowedToEnd(by, firm, person);
        changed(
                membership.end(card.id(), person),
                staff("DELETE FROM platform.company_member WHERE ", card, person));
        end.ofAll(by, card.id(), person);
        tell(by, card, person, "member.detached", new MemberDetached(card.id(), person));
    }

    /**
     * Hands the main role over to a colleague; whoever hands it over keeps the standard profile.
     *
     * @param by an administrator of the firm
     * @param firm the firm
     * @param person who becomes an administrator
     * @throws DelegationRefusedException if a rule forbids it
     */
    @PlatformTransaction
    public void handOver(UserAccountId by, FirmShortName firm, UserAccountId person) {
        FirmCard card = allowed(by, firm, person);
        granting.handOverMainRole(by, person, card.id());
        audit.recordInFirm(card.id(), by, "member.promoted", Map.of("holder", person.toString()));
    }

    /**
     * Sends a member a link to choose another password: to their own address, where it asks for
     * their second factor as ever. Nobody else sees it.
     *
     * @param by an administrator of the firm
     * @param firm the firm
     * @param person who
     * @throws DelegationRefusedException if they are no member, or suspended
     */
    @PlatformTransaction
    public void startReset(UserAccountId by, FirmShortName firm, UserAccountId person) {
        FirmCard card = allowed(by, firm, person);
        boolean member =
                platform.sql(MEMBER)
                        .param("firm", card.id().value())
                        .param("person", person.value())
                        .query(Boolean.class)
                        .single();
        changed(member, false);
        wayIn.start(accounts.card(person), card.id());
        audit.recordInFirm(
                card.id(), by, "member.reset-started", Map.of("holder", person.toString()));
    }

    /** The same, once any other removal in the firm is over and somebody else administers it. */
    private FirmCard allowedToEnd(UserAccountId by, FirmShortName firm, UserAccountId person) {
        administrators.requireAnother(
                habilitations.requireInFirm(by, firm, Right.DELEGATE).id(), person);
        return allowed(by, firm, person);
    }

    private boolean staff(String what, FirmCard firm, UserAccountId person) {
        return platform.sql(what + STAFF)
                        .param("firm", firm.id().value())
                        .param("person", person.value())
                        .update()
                > 0;
    }

    private FirmCard allowed(UserAccountId by, FirmShortName firm, UserAccountId person) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        if (!administrators.of(card.id()).contains(by)) {
            throw new DelegationRefusedException(Reason.BEYOND_OWN_RIGHTS);
        }
        if (by.equals(person)) {
            throw new DelegationRefusedException(Reason.TO_ONESELF);
        }
        proof.require(by);
        return card;
    }

    private static void changed(boolean colleague, boolean staff) {
        if (!colleague && !staff) {
            throw new DelegationRefusedException(Reason.NOT_A_COLLEAGUE);
        }
    }

    private void tell(
            UserAccountId by, FirmCard firm, UserAccountId person, String act, Event event) {
        audit.recordInFirm(firm.id(), by, act, Map.of("holder", person.toString()));
        outbox.record(event);
    }
}
