package fr.cloisonne.identity.provisioning;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightsByGroup.Given;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the groups of a firm's directory, and the claims of its providers, give. */
@Component
public class GroupReading {

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
            SELECT r.group_id, r.id, r.tenant_id, r.portfolio_id, r.profile, r.armed,
                   coalesce(c.legal_name, o.name) AS place, p.name
            FROM platform.provisioned_group_gift r
            JOIN platform.provisioned_group g ON g.id = r.group_id
            JOIN platform.profile p ON p.code = r.profile
            LEFT JOIN platform.portfolio o ON o.id = r.portfolio_id
            LEFT JOIN platform.client_company c ON c.tenant_id = r.tenant_id
            WHERE g.firm_id = :firm AND g.removed_at IS NULL
              AND (CAST(:group AS uuid) IS NULL OR g.id = :group)
            ORDER BY place NULLS FIRST, r.profile
            """;

    private final JdbcClient platform;
    private final Habilitations habilitations;

    GroupReading(@Qualifier("platformJdbc") JdbcClient platform, Habilitations habilitations) {
        this.platform = platform;
        this.habilitations = habilitations;
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
                new Given(
                        Scope.of(firm, row.getObject(3, UUID.class), row.getObject(4, UUID.class)),
                        new Profile(row.getString(5))),
                row.getString(7),
                row.getString(8),
                row.getBoolean(6));
    }
}
