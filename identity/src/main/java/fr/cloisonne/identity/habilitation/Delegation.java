package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lends a right to a colleague for some days. It lives and dies with the giver's own right, cannot
 * be lent on, and can be taken back at any moment. Days run from 00:00 of the first to 24:00 of the
 * last in the product's zone.
 */
@Component
public class Delegation {

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final FreshProof proof;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    Delegation(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            FreshProof proof,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.proof = proof;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Delegates.
     *
     * @param from who gives, an administrator of that scope by an own habilitation
     * @param to a colleague of the firm
     * @param scope where
     * @param profile what, never more than the giver's
     * @param first first day, today or later
     * @param last last day, at most twelve months after the first
     * @param reason why, at most 500 characters
     * @return the delegation
     * @throws DelegationRefusedException if a rule forbids it
     * @throws ProofNeededException if the giver has not proven themselves lately
     */
    @PlatformTransaction
    public DelegationId delegate(
            UserAccountId from,
            UserAccountId to,
            Scope scope,
            Profile profile,
            LocalDate first,
            LocalDate last,
            String reason) {
        if (from.equals(to)) {
            throw new DelegationRefusedException(Reason.TO_ONESELF);
        }
        requireDays(first, last);
        proof.require(from);
        habilitations.requireGiver(from, scope, profile);
        habilitations.requireColleague(to, scope.firm());
        DelegationId id = new DelegationId(Uuid7.next());
        TenantId company = scope.company();
        platform.sql(
                        "INSERT INTO platform.delegation (id, firm_id, tenant_id, profile, giver_id, holder_id, first_day, last_day, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(id.value())
                .param(scope.firm().value())
                .param(company == null ? null : company.value())
                .param(profile.name())
                .param(from.value())
                .param(to.value())
                .param(first)
                .param(last)
                .param(reason.strip().substring(0, Math.min(500, reason.strip().length())))
                .update();
        habilitations.changed(to);
        var details = AuditDetails.of(to, scope, profile);
        details.put("first", first.toString());
        details.put("last", last.toString());
        audit.recordInFirm(scope.firm(), from, null, "delegation.granted", details);
        outbox.record(new DelegationGranted(id));
        return id;
    }

    private void requireDays(LocalDate first, LocalDate last) {
        LocalDate today = LocalDate.now(clock);
        if (last.isBefore(first) || first.isBefore(today) || last.isAfter(first.plusMonths(12))) {
            throw new DelegationRefusedException(Reason.DATES);
        }
    }

    /**
     * Takes a delegation back at once: the holder's next act is refused.
     *
     * @param by its giver, or an administrator of its scope
     * @param delegation which
     * @throws DelegationRefusedException if there is none that lives, or it is not theirs to take
     */
    @PlatformTransaction
    public void revoke(UserAccountId by, DelegationId delegation) {
        Given given = find(delegation);
        if (!given.giver().equals(by)) {
            habilitations.requireGiver(by, given.scope(), given.profile());
        }
        int revoked =
                platform.sql(
                                "UPDATE platform.delegation SET revoked_at = now() WHERE id = ? AND revoked_at IS NULL")
                        .param(delegation.value())
                        .update();
        if (revoked == 0) {
            throw new DelegationRefusedException(Reason.NOT_FOUND);
        }
        habilitations.changed(given.holder());
        audit.recordInFirm(
                given.scope().firm(),
                by,
                null,
                "delegation.revoked",
                AuditDetails.of(given.holder(), given.scope(), given.profile()));
        outbox.record(new DelegationRevoked(delegation));
    }

    private record Given(UserAccountId giver, UserAccountId holder, Scope scope, Profile profile) {}

    private Given find(DelegationId delegation) {
        return platform.sql(
                        "SELECT giver_id, holder_id, firm_id, tenant_id, profile FROM platform.delegation WHERE id = ? AND revoked_at IS NULL")
                .param(delegation.value())
                .query((row, n) -> {
                    UUID company = row.getObject(4, UUID.class);
                    return new Given(
                            new UserAccountId(row.getObject(1, UUID.class)),
                            new UserAccountId(row.getObject(2, UUID.class)),
                            Scope.of(
                                    new FirmId(row.getObject(3, UUID.class)),
                                    company == null ? null : new TenantId(company)),
                            Profile.valueOf(row.getString(5)));
                })
                .optional()
                .orElseThrow(() -> new DelegationRefusedException(Reason.NOT_FOUND));
    }
}
