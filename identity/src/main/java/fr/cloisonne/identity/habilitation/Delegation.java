package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.habilitation.LoanParts.Part;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.value.FirmId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lends rights to a colleague for some days: several companies or portfolios and several profiles
 * in one act. It lives and dies with the giver's own rights, cannot be lent on, and can be taken
 * back at any moment. Days run from 00:00 of the first to 24:00 of the last in the product's zone.
 */
@Component
public class Delegation {

    private final JdbcClient platform;
    private final FreshProof proof;
    private final LoanParts parts;
    private final GivingRules rules;
    private final Profiles profiles;
    private final Habilitations habilitations;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    Delegation(
            @Qualifier("platformJdbc") JdbcClient platform,
            FreshProof proof,
            LoanParts parts,
            GivingRules rules,
            Profiles profiles,
            Habilitations habilitations,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.platform = platform;
        this.proof = proof;
        this.parts = parts;
        this.rules = rules;
        this.profiles = profiles;
        this.habilitations = habilitations;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Delegates.
     *
     * @param from who gives, holding each right of each profile in each place by own habilitations
     * @param to a colleague of the firm
     * @param loan what, where and until when
     * @return the delegation
     * @throws DelegationRefusedException if a rule forbids it
     * @throws ProofNeededException if the giver has not proven themselves lately
     */
    @PlatformTransaction
    public DelegationId delegate(UserAccountId from, UserAccountId to, Loan loan) {
        proof.require(from);
        return promised(from, to, loan);
    }

    /** Lends what was promised; who lends has proven themselves then. */
    DelegationId promised(UserAccountId from, UserAccountId to, Loan loan) {
        if (from.equals(to)) {
            throw new DelegationRefusedException(Reason.TO_ONESELF);
        }
        FirmId firm = loan.scopes().iterator().next().firm();
        requireGiver(from, firm, loan);
        rules.requirePlaces(firm, loan.scopes());
        rules.requireColleagues(firm, List.of(from, to), loan.scopes());
        DelegationId id = insert(from, to, firm, loan.first(), loan.last(), loan.reason());
        parts.insert(id, firm, loan);
        for (Part part : parts.of(id)) {
            var details = AuditDetails.of(to, part.scope(), part.profile());
            details.put("first", loan.first().toString());
            details.put("last", loan.last().toString());
            audit.recordInFirm(firm, from, "delegation.granted", details);
        }
        outbox.record(new DelegationGranted(id));
        return id;
    }

    /** Its head alone; what it lends is inserted beside. */
    DelegationId insert(
            UserAccountId from,
            UserAccountId to,
            FirmId firm,
            LocalDate first,
            LocalDate last,
            String reason) {
        requireDays(first, last);
        DelegationId id = new DelegationId(Uuid7.next());
        platform.sql(
                        "INSERT INTO platform.delegation (id, firm_id, giver_id, holder_id, first_day, last_day, reason) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(id.value())
                .param(firm.value())
                .param(from.value())
                .param(to.value())
                .param(first)
                .param(last)
                .param(kept(reason))
                .update();
        return id;
    }

    private static String kept(String reason) {
        String words = reason.strip();
        return words.substring(0, Math.min(500, words.length()));
    }

    private void requireDays(LocalDate first, LocalDate last) {
        LocalDate today = LocalDate.now(clock);
        if (last.isBefore(first) || first.isBefore(today) || last.isAfter(first.plusMonths(12))) {
            throw new DelegationRefusedException(Reason.DATES);
        }
    }

    private void requireGiver(UserAccountId from, FirmId firm, Loan loan) {
        Map<Profile, ProfileSheet> sheets = profiles.held(firm, loan.profiles());
        OwnRights own = rules.own(from, firm);
        for (Scope scope : loan.scopes()) {
            for (ProfileSheet sheet : sheets.values()) {
                if (!own.over(scope).containsAll(sheet.rights())) {
                    throw new DelegationRefusedException(Reason.BEYOND_OWN_RIGHTS);
                }
            }
        }
    }

    /**
     * Takes a delegation back at once: the holder's next act is refused.
     *
     * @param by its giver, its holder, or who may give in each of its places what it lends
     * @param delegation which
     * @throws DelegationRefusedException if there is none that lives, or it is not theirs to take
     * @throws OtherWayNeededException if it is theirs, and the session does not speak for its firm
     */
    @PlatformTransaction
    public void revoke(UserAccountId by, DelegationId delegation) {
        Given given = find(delegation);
        List<Part> lent = parts.of(delegation);
        if (given.giver().equals(by) || given.holder().equals(by)) {
            habilitations.requireVouched(by, given.firm());
        } else {
            OwnRights own = rules.own(by, given.firm());
            for (Part part : lent) {
                var rights = profiles.held(given.firm(), part.profile()).rights();
                GivingRules.requireGiver(own, part.scope(), Right.DELEGATE, rights);
            }
        }
        int revoked =
                platform.sql(
                                "UPDATE platform.delegation SET revoked_at = now() WHERE id = ? AND revoked_at IS NULL")
                        .param(delegation.value())
                        .update();
        if (revoked == 0) {
            throw new DelegationRefusedException(Reason.NOT_FOUND);
        }
        for (Part part : lent) {
            audit.recordUse(
                    part.scope(),
                    by,
                    Right.DELEGATE,
                    "delegation.revoked",
                    AuditDetails.of(given.holder(), part.scope(), part.profile()));
        }
        outbox.record(new DelegationRevoked(delegation));
    }

    private record Given(UserAccountId giver, UserAccountId holder, FirmId firm) {}

    private Given find(DelegationId delegation) {
        return platform.sql(
                        "SELECT giver_id, holder_id, firm_id FROM platform.delegation WHERE id = ? AND revoked_at IS NULL")
                .param(delegation.value())
                .query((row, n) ->
                        new Given(
                                new UserAccountId(row.getObject(1, UUID.class)),
                                new UserAccountId(row.getObject(2, UUID.class)),
                                new FirmId(row.getObject(3, UUID.class))))
                .optional()
                .orElseThrow(() -> new DelegationRefusedException(Reason.NOT_FOUND));
    }
}
