package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes and changes the profiles of a firm's own. A change counts at once for all who hold the
 * profile, so that whoever makes it must hold all of it themselves, before and after.
 */
@Component
public class ProfileEditing {

    private static final String USED =
            """
            SELECT EXISTS (SELECT 1 FROM platform.habilitation
                           WHERE firm_id = :firm AND profile = :profile AND revoked_at IS NULL)
                OR EXISTS (SELECT 1 FROM platform.delegation d
                           JOIN platform.delegation_part t ON t.delegation_id = d.id
                           WHERE d.firm_id = :firm AND t.profile = :profile AND d.revoked_at IS NULL AND d.ended_at IS NULL)
            """;

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final GivingRules rules;
    private final FreshProof proof;
    private final AuditTrail audit;
    private final SecureRandom random = new SecureRandom();

    ProfileEditing(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            GivingRules rules,
            FreshProof proof,
            AuditTrail audit) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.rules = rules;
        this.proof = proof;
        this.audit = audit;
    }

    /**
     * Makes a profile.
     *
     * @param by holds an own {@link Right#DELEGATE} over the whole firm, and each of these rights
     * @param firm the firm
     * @param name unique in the firm, at most 60 characters
     * @param rights what it allows; a right to modify brings the right to consult
     * @return the profile
     * @throws DelegationRefusedException if a rule forbids it
     */
    @PlatformTransaction
    public Profile make(UserAccountId by, FirmShortName firm, String name, Set<Right> rights) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        proof.require(by);
        Set<Right> all = wanted(rights);
        requireHeld(by, card, all);
        Profile profile = new Profile("P%016X".formatted(random.nextLong()));
        try {
            platform.sql(
                            "INSERT INTO platform.profile (code, firm_id, name, rights) VALUES (?, ?, ?, ?)")
                    .param(profile.code())
                    .param(card.id().value())
                    .param(OwnName.of(name, 60))
                    .param(StoredRights.written(all))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new DelegationRefusedException(Reason.NAME_TAKEN);
        }
        record(by, card, profile, "profile.made", all);
        return profile;
    }

    /**
     * Changes a profile, for all who hold it and at once.
     *
     * @param by holds an own {@link Right#DELEGATE} over the whole firm, and each right that the
     *     profile had or will have
     * @param firm the firm
     * @param seen as it was when the change began; none of those that ship
     * @param name its name from now on
     * @param rights what it allows from now on
     * @throws DelegationRefusedException if a rule forbids it, or somebody changed it meanwhile
     */
    @PlatformTransaction
    public void change(
            UserAccountId by,
            FirmShortName firm,
            ProfileSheet seen,
            String name,
            Set<Right> rights) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        proof.require(by);
        Set<Right> all = wanted(rights);
        requireHeld(by, card, all);
        requireHeld(by, card, locked(card, seen).rights());
        requireNoGain(by, card, seen.profile(), all);
        try {
            platform.sql(
                            "UPDATE platform.profile SET name = ?, rights = ?, version = version + 1 WHERE code = ?")
                    .param(OwnName.of(name, 60))
                    .param(StoredRights.written(all))
                    .param(seen.profile().code())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new DelegationRefusedException(Reason.NAME_TAKEN);
        }
        record(by, card, seen.profile(), "profile.changed", all);
    }

    /**
     * Removes a profile that nobody holds.
     *
     * @param by holds {@link Right#DELEGATE} over the whole firm
     * @param firm the firm
     * @param seen which; none of those that ship
     * @throws DelegationRefusedException if somebody holds it
     */
    @PlatformTransaction
    public void remove(UserAccountId by, FirmShortName firm, ProfileSheet seen) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        proof.require(by);
        locked(card, seen);
        boolean used =
                platform.sql(USED)
                        .param("firm", card.id().value())
                        .param("profile", seen.profile().code())
                        .query(Boolean.class)
                        .single();
        if (used) {
            throw new DelegationRefusedException(Reason.IN_USE);
        }
        platform.sql("UPDATE platform.profile SET removed_at = now() WHERE code = ?")
                .param(seen.profile().code())
                .update();
        record(by, card, seen.profile(), "profile.removed", Set.of());
    }

    private static Set<Right> wanted(Set<Right> rights) {
        if (rights.isEmpty()) {
            throw new DelegationRefusedException(Reason.NOTHING);
        }
        return Right.withConsultation(rights);
    }

    private void requireHeld(UserAccountId by, FirmCard firm, Set<Right> rights) {
        rules.requireGiver(by, new Scope.WholeFirm(firm.id()), Right.DELEGATE, rights);
    }

    /** Whoever holds the profile gains what it grows by. */
    private void requireNoGain(
            UserAccountId by, FirmCard firm, Profile profile, Set<Right> rights) {
        boolean holds =
                platform.sql(
                                "SELECT EXISTS (SELECT 1 FROM platform.habilitation WHERE holder_id = ? AND firm_id = ? AND profile = ? AND revoked_at IS NULL)")
                        .params(by.value(), firm.id().value(), profile.code())
                        .query(Boolean.class)
                        .single();
        if (holds) {
            GivingRules.requireNoGain(
                    rules.own(by, firm.id()), new Scope.WholeFirm(firm.id()), rights);
        }
    }

    private ProfileSheet locked(FirmCard firm, ProfileSheet seen) {
        ProfileSheet now =
                platform.sql(
                                "SELECT code, name, rights, version FROM platform.profile WHERE code = ? AND firm_id = ? AND removed_at IS NULL FOR UPDATE")
                        .params(seen.profile().code(), firm.id().value())
                        .query(Profiles::sheet)
                        .optional()
                        .orElseThrow(() -> new DelegationRefusedException(Reason.NOT_FOUND));
        if (now.version() != seen.version()) {
            throw new DelegationRefusedException(Reason.CHANGED_MEANWHILE);
        }
        return now;
    }

    private void record(
            UserAccountId by, FirmCard firm, Profile profile, String act, Set<Right> rights) {
        Map<String, String> details = new HashMap<>();
        details.put("profile", profile.code());
        if (!rights.isEmpty()) {
            details.put("rights", String.join(",", StoredRights.written(rights)));
        }
        audit.recordUse(firm.id(), by, Right.DELEGATE, act, details);
    }
}
