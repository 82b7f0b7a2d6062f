package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.JoinedBy;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives and takes habilitations that stand on their own feet. */
@Component
public class Granting {

    private final JdbcClient platform;
    private final FreshProof proof;
    private final GivingRules rules;
    private final Profiles profiles;
    private final Administrators administrators;
    private final UserAccounts accounts;
    private final AuditTrail audit;
    private final Outbox outbox;

    Granting(
            @Qualifier("platformJdbc") JdbcClient platform,
            FreshProof proof,
            GivingRules rules,
            Profiles profiles,
            Administrators administrators,
            UserAccounts accounts,
            AuditTrail audit,
            Outbox outbox) {
        this.platform = platform;
        this.proof = proof;
        this.rules = rules;
        this.profiles = profiles;
        this.administrators = administrators;
        this.accounts = accounts;
        this.audit = audit;
        this.outbox = outbox;
    }

    /**
     * Makes the first administrator of a firm that has none.
     *
     * @param firm the firm
     * @param person the person; becomes a member
     * @return the habilitation
     */
    @PlatformTransaction
    public HabilitationId begin(FirmId firm, UserAccountId person) {
        administrators.lock(firm);
        if (administrators.begun(firm)) {
            throw new DelegationRefusedException(Reason.ALREADY_THERE);
        }
        accounts.join(person, firm, JoinedBy.FOUNDER);
        return administrator(person, firm);
    }

    /** Makes a member one more administrator, on nobody's word in the firm. */
    void appointed(UserAccountId person, FirmId firm) {
        administrator(person, firm);
    }

    private HabilitationId administrator(UserAccountId person, FirmId firm) {
        return insert(
                null, person, new Scope.WholeFirm(firm), Profile.ADMINISTRATOR, Right.DELEGATE);
    }

    /**
     * Gives a habilitation.
     *
     * @param by who gives; never more than what they hold by an own habilitation
     * @param to a colleague of the firm, or one of the company's own people
     * @param scope where
     * @param profile what
     * @return the habilitation
     * @throws DelegationRefusedException if a rule forbids it
     * @throws ProofNeededException if the giver has not proven themselves lately
     */
    @PlatformTransaction
    public HabilitationId grant(UserAccountId by, UserAccountId to, Scope scope, Profile profile) {
        proof.require(by);
        return promised(by, to, scope, profile, Right.DELEGATE);
    }

    /**
     * Gives what was promised or asked for, by this right; who gives has proven themselves then.
     */
    HabilitationId promised(
            UserAccountId by, UserAccountId to, Scope scope, Profile profile, Right acting) {
        ProfileSheet sheet = profiles.held(scope.firm(), profile);
        OwnRights own = rules.own(by, scope.firm());
        GivingRules.requireGiver(own, scope, acting, sheet.rights());
        if (by.equals(to)) {
            GivingRules.requireNoGain(own, scope, sheet.rights());
        }
        rules.requirePlaces(scope.firm(), List.of(scope));
        rules.requireColleagues(scope.firm(), List.of(to), List.of(scope));
        return insert(by, to, scope, profile, acting);
    }

    /**
     * Takes a habilitation back; effective with the holder's next act.
     *
     * @param by who takes it back
     * @param habilitation which
     * @throws DelegationRefusedException if it is not theirs to take, or the firm's last
     *     administrator
     */
    @PlatformTransaction
    public void revoke(UserAccountId by, HabilitationId habilitation) {
        Held held = find(habilitation);
        FirmId firm = held.scope().firm();
        rules.requireGiver(
                by, held.scope(), Right.DELEGATE, profiles.held(firm, held.profile()).rights());
        if (held.profile().equals(Profile.ADMINISTRATOR) && held.isWholeFirm()) {
            administrators.requireAnother(firm, held.holder());
        }
        int revoked =
                platform.sql(
                                "UPDATE platform.habilitation SET revoked_at = now() WHERE id = ? AND revoked_at IS NULL")
                        .param(habilitation.value())
                        .update();
        if (revoked == 0) {
            throw new DelegationRefusedException(Reason.NOT_FOUND);
        }
        audit.recordUse(
                held.scope(),
                by,
                Right.DELEGATE,
                "habilitation.revoked",
                AuditDetails.of(held.holder(), held.scope(), held.profile()));
        outbox.record(new HabilitationRevoked(habilitation));
    }

    /**
     * Hands the main role over: the other becomes an administrator of the firm, and whoever hands
     * it over keeps the standard profile.
     *
     * @param by an administrator of the firm
     * @param to a colleague of the firm
     * @param firm the firm
     * @throws DelegationRefusedException if a rule forbids it
     */
    @PlatformTransaction
    public void handOverMainRole(UserAccountId by, UserAccountId to, FirmId firm) {
        Scope whole = new Scope.WholeFirm(firm);
        if (by.equals(to)) {
            throw new DelegationRefusedException(Reason.TO_ONESELF);
        }
        administrators.lock(firm);
        HabilitationId main =
                platform.sql(
                                "SELECT id FROM platform.habilitation WHERE holder_id = ? AND firm_id = ? AND place = firm_id AND profile = 'ADMINISTRATOR' AND revoked_at IS NULL AND last_day IS NULL")
                        .params(by.value(), firm.value())
                        .query((row, n) -> new HabilitationId(row.getObject(1, UUID.class)))
                        .optional()
                        .orElseThrow(
                                () -> new DelegationRefusedException(Reason.BEYOND_OWN_RIGHTS));
        keep(() -> grant(by, to, whole, Profile.ADMINISTRATOR));
        keep(() -> grant(by, by, whole, Profile.STANDARD));
        revoke(by, main);
    }

    private static void keep(Runnable act) {
        try {
            act.run();
        } catch (DelegationRefusedException refused) {
            if (refused.reason() != Reason.ALREADY_THERE) {
                throw refused;
            }
        }
    }

    private record Held(UserAccountId holder, Scope scope, Profile profile) {

        boolean isWholeFirm() {
            return scope instanceof Scope.WholeFirm;
        }
    }

    private Held find(HabilitationId habilitation) {
        return platform.sql(
                        "SELECT holder_id, firm_id, tenant_id, portfolio_id, profile FROM platform.habilitation WHERE id = ? AND revoked_at IS NULL")
                .param(habilitation.value())
                .query((row, n) ->
                        new Held(
                                new UserAccountId(row.getObject(1, UUID.class)),
                                Scope.of(
                                        new FirmId(row.getObject(2, UUID.class)),
                                        row.getObject(3, UUID.class),
                                        row.getObject(4, UUID.class)),
                                new Profile(row.getString(5))))
                .optional()
                .orElseThrow(() -> new DelegationRefusedException(Reason.NOT_FOUND));
    }

    private HabilitationId insert(
            @Nullable UserAccountId by,
            UserAccountId to,
            Scope scope,
            Profile profile,
            Right acting) {
        HabilitationId id = new HabilitationId(Uuid7.next());
        int inserted =
                platform.sql(
                                "INSERT INTO platform.habilitation (id, firm_id, tenant_id, portfolio_id, profile, holder_id, granted_by) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .param(id.value())
                        .param(scope.firm().value())
                        .param(Ids.of(scope.company()))
                        .param(Ids.of(scope.portfolio()))
                        .param(profile.code())
                        .param(to.value())
                        .param(Ids.of(by))
                        .update();
        if (inserted == 0) {
            throw new DelegationRefusedException(Reason.ALREADY_THERE);
        }
        audit.recordUse(
                scope, by, acting, "habilitation.granted", AuditDetails.of(to, scope, profile));
        outbox.record(new HabilitationGranted(id));
        return id;
    }
}
