package fr.cloisonne.identity.provisioning;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.Habilitations;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private static final String GROUPS =
            """
            SELECT g.id, g.display_name, g.claim,
                   (SELECT count(*) FROM platform.provisioned_group_member m
                    WHERE m.group_id = g.id) AS members
            FROM platform.provisioned_group g
            WHERE g.firm_id = ? AND g.provider_id IS NOT DISTINCT FROM CAST(? AS uuid)
              AND g.removed_at IS NULL
            ORDER BY g.claim, g.display_key
            """;

    private static final String RIGHTS =
            """
            SELECT r.group_id, r.id, r.portfolio_id, r.profile, r.armed, o.name, p.name
            FROM platform.provisioned_group_right r
            JOIN platform.provisioned_group g ON g.id = r.group_id
            JOIN platform.profile p ON p.code = r.profile
            LEFT JOIN platform.portfolio o ON o.id = r.portfolio_id
            WHERE g.firm_id = :firm AND g.removed_at IS NULL
              AND (CAST(:group AS uuid) IS NULL OR g.id = :group)
            ORDER BY o.name NULLS FIRST, r.profile
            """;

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final RightsByGroup rights;
    private final GroupRights people;
    private final PersonRows rows;
    private final AuditTrail audit;

    GroupGiving(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            RightsByGroup rights,
            GroupRights people,
            PersonRows rows,
            AuditTrail audit) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.rights = rights;
        this.people = people;
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * The firm's groups.
     *
     * @param reader needs {@link Right#DELEGATE} in the firm
     * @param firm the firm
     * @return by name
     */
    @PlatformTransaction(readOnly = true)
    public List<GroupSheet> of(UserAccountId reader, FirmShortName firm) {
        return of(reader, firm, null);
    }

    /**
     * The groups that claims of a provider of the firm make, or those of its directory.
     *
     * @param reader needs {@link Right#DELEGATE} in the firm
     * @param firm the firm
     * @param provider the provider, or null for the directory
     * @return by name
     */
    @PlatformTransaction(readOnly = true)
    public List<GroupSheet> of(UserAccountId reader, FirmShortName firm, @Nullable UUID provider) {
        FirmId id = habilitations.requireInFirm(reader, firm, Right.DELEGATE).id();
        Map<UUID, List<GroupRight>> given =
                platform
                        .sql(RIGHTS)
                        .param("firm", id.value())
                        .param("group", null, Types.OTHER)
                        .query((row, n) -> Map.entry(row.getObject(1, UUID.class), right(row, id)))
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        return platform.sql(GROUPS)
                .param(id.value())
                .param(provider)
                .query((row, n) -> {
                    UUID group = row.getObject(1, UUID.class);
                    return new GroupSheet(
                            new ProvisionedGroupId(group),
                            row.getString(2),
                            row.getString(3),
                            row.getInt(4),
                            given.getOrDefault(group, List.of()));
                })
                .list();
    }

    List<GroupRight> rightsOf(FirmId firm, ProvisionedGroupId group) {
        return platform.sql(RIGHTS)
                .param("firm", firm.value())
                .param("group", group.value())
                .query((row, n) -> right(row, firm))
                .list();
    }

    private static GroupRight right(ResultSet row, FirmId firm) throws SQLException {
        return new GroupRight(
                row.getObject(2, UUID.class),
                new Given(scope(firm, row.getObject(3, UUID.class)), new Profile(row.getString(4))),
                row.getString(6),
                row.getString(7),
                row.getBoolean(5));
    }

    private static Scope scope(FirmId firm, @Nullable UUID portfolio) {
        return portfolio == null
                ? new Scope.WholeFirm(firm)
                : new Scope.OnePortfolio(firm, new PortfolioId(portfolio));
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
                new Given(scope(card.id(), portfolio == null ? null : portfolio.value()), profile);
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
                                        scope(card.id(), row.getObject(1, UUID.class)),
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
