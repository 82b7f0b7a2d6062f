package fr.cloisonne.identity.provisioning;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.PortfolioId;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightsByGroup;
import fr.cloisonne.identity.habilitation.RightsByGroup.Given;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException.Reason;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the groups of a firm's directory give, as the firm's administrators say it: nobody gives by
 * a group what they could not give by hand, and power over rights only by a group that is armed.
 */
@Component
public class GroupGiving {

    private final JdbcClient platform;
    private final RightsByGroup rights;
    private final GroupRights people;
    private final PersonRows rows;
    private final AuditTrail audit;

    GroupGiving(
            @Qualifier("platformJdbc") JdbcClient platform,
            RightsByGroup rights,
            GroupRights people,
            PersonRows rows,
            AuditTrail audit) {
        this.platform = platform;
        this.rights = rights;
        this.people = people;
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * Lets a group give something, at once and to all who are in it.
     *
     * @param by needs {@link Right#DELEGATE} in the firm, a fresh proof, and all that is given
     * @param firm the firm
     * @param group which group
     * @param portfolio where, or null for the whole firm
     * @param profile what
     * @param armed whether the group may give power over rights
     * @throws ProvisioningRefusedException if the group is not armed for it, or gives it already
     * @throws DelegationRefusedException if it is not theirs to give
     */
    @PlatformTransaction
    public void give(
            UserAccountId by,
            FirmShortName firm,
            ProvisionedGroupId group,
            @Nullable PortfolioId portfolio,
            Profile profile,
            boolean armed) {
        FirmCard card = rights.requireMaySay(by, firm);
        rows.lock(card.id());
        requireGroup(card.id(), group);
        Given given =
                new Given(
                        Scope.of(card.id(), null, portfolio == null ? null : portfolio.value()),
                        profile);
        boolean power = rights.requireMayGive(by, given);
        if (power && !armed) {
            throw new ProvisioningRefusedException(Reason.NOT_ARMED, profile.code());
        }
        int inserted =
                platform.sql(
                                "INSERT INTO platform.provisioned_group_right (id, group_id, firm_id, portfolio_id, profile, armed, given_by) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .param(Uuid7.next())
                        .param(group.value())
                        .param(card.id().value())
                        .param(portfolio == null ? null : portfolio.value())
                        .param(profile.code())
                        .param(power)
                        .param(by.value())
                        .update();
        if (inserted == 0) {
            throw new ProvisioningRefusedException(Reason.TAKEN, profile.code());
        }
        changed(by, card, group, given, "provisioning.group.gives");
    }

    /**
     * Lets a group no longer give something; whoever held it by the group alone loses it at once.
     *
     * @param by needs {@link Right#DELEGATE} in the firm, a fresh proof, and all that was given
     * @param firm the firm
     * @param group which group
     * @param right which of what it gives
     * @throws ProvisioningRefusedException if it gives no such thing, or the firm would be without
     *     an administrator
     */
    @PlatformTransaction
    public void stop(UserAccountId by, FirmShortName firm, ProvisionedGroupId group, UUID right) {
        FirmCard card = rights.requireMaySay(by, firm);
        rows.lock(card.id());
        requireGroup(card.id(), group);
        Given given =
                platform.sql(
                                "DELETE FROM platform.provisioned_group_right WHERE id = ? AND group_id = ? RETURNING portfolio_id, profile")
                        .params(right, group.value())
                        .query((row, n) ->
                                new Given(
                                        Scope.of(card.id(), null, row.getObject(1, UUID.class)),
                                        new Profile(row.getString(2))))
                        .optional()
                        .orElseThrow(() ->
                                new ProvisioningRefusedException(
                                        Reason.NOT_FOUND, right.toString()));
        rights.requireMayTake(by, given);
        changed(by, card, group, given, "provisioning.group.gives-no-more");
    }

    private void requireGroup(FirmId firm, ProvisionedGroupId group) {
        boolean there =
                platform.sql(
                                "SELECT id FROM platform.provisioned_group WHERE firm_id = ? AND id = ? AND removed_at IS NULL")
                        .params(firm.value(), group.value())
                        .query(UUID.class)
                        .optional()
                        .isPresent();
        if (!there) {
            throw new ProvisioningRefusedException(Reason.NOT_FOUND, group.toString());
        }
    }

    private void changed(
            UserAccountId by, FirmCard firm, ProvisionedGroupId group, Given given, String act) {
        Map<String, String> details = new TreeMap<>();
        details.put("group", group.toString());
        details.put("profile", given.profile().code());
        PortfolioId portfolio = given.scope().portfolio();
        if (portfolio != null) {
            details.put("portfolio", portfolio.toString());
        }
        audit.recordUse(firm.id(), by, Right.DELEGATE, act, details);
        Map<String, String> because = Map.of("group", group.toString(), "by", by.toString());
        platform.sql("SELECT person_id FROM platform.provisioned_group_member WHERE group_id = ?")
                .param(group.value())
                .query((row, n) -> new ProvisionedPersonId(row.getObject(1, UUID.class)))
                .list()
                .forEach(person -> people.settle(firm.id(), person, because));
    }
}
