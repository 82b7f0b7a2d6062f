package fr.cloisonne.identity.provisioning;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
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
    private final GiftRows gifts;
    private final AuditTrail audit;

    GroupGiving(
            @Qualifier("platformJdbc") JdbcClient platform,
            RightsByGroup rights,
            GroupRights people,
            PersonRows rows,
            GiftRows gifts,
            AuditTrail audit) {
        this.platform = platform;
        this.rights = rights;
        this.people = people;
        this.rows = rows;
        this.gifts = gifts;
        this.audit = audit;
    }

    /**
     * Lets a group give something, at once and to all who are in it.
     *
     * @param by needs {@link Right#DELEGATE} in the firm, a fresh proof, and all that is given
     * @param firm the firm
     * @param group which group
     * @param wish what it is to give beside what it was seen to give
     * @throws ProvisioningRefusedException if the group is not armed for it, gives it already, or
     *     gives something else than was seen
     * @throws DelegationRefusedException if it is not theirs to give
     */
    @PlatformTransaction
    public void give(
            UserAccountId by, FirmShortName firm, ProvisionedGroupId group, GroupWish wish) {
        FirmCard card = rights.requireMaySay(by, firm);
        rows.lock(card.id());
        requireGroup(card.id(), group);
        Given given = wish.given();
        if (!given.scope().firm().equals(card.id())) {
            throw new ProvisioningRefusedException(Reason.NOT_FOUND, group.toString());
        }
        gifts.requireSeen(group, wish.seen());
        boolean power = rights.requireMayGive(by, given);
        if (power && !wish.armed()) {
            throw new ProvisioningRefusedException(Reason.NOT_ARMED, given.profile().code());
        }
        if (!gifts.insert(group, given, power, by)) {
            throw new ProvisioningRefusedException(Reason.TAKEN, given.profile().code());
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
                gifts.delete(card.id(), group, right)
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
        switch (given.scope()) {
            case Scope.OneCompany one -> details.put("company", one.company().toString());
            case Scope.OnePortfolio one -> details.put("portfolio", one.portfolio().toString());
            case Scope.WholeFirm whole -> {
                // The chain is the firm's.
            }
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
