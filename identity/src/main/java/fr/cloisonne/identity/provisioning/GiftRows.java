package fr.cloisonne.identity.provisioning;

import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.RightsByGroup.Given;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException.Reason;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of what groups give: over a firm or a portfolio the one, over a company the other. */
@Component
class GiftRows {

    private static final String WIDE =
            "INSERT INTO platform.provisioned_group_right (id, group_id, firm_id, profile, armed, given_by, portfolio_id) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private static final String OF_A_COMPANY =
            "INSERT INTO platform.provisioned_group_company (id, group_id, firm_id, profile, armed, given_by, tenant_id) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private static final String DELETE =
            """
            WITH wide AS (
              DELETE FROM platform.provisioned_group_right WHERE id = :id AND group_id = :group
              RETURNING NULL::uuid AS tenant_id, portfolio_id, profile),
            of_a_company AS (
              DELETE FROM platform.provisioned_group_company WHERE id = :id AND group_id = :group
              RETURNING tenant_id, NULL::uuid AS portfolio_id, profile)
            SELECT * FROM wide UNION ALL SELECT * FROM of_a_company
            """;

    private final JdbcClient platform;

    GiftRows(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /** False if the group gives it already. */
    boolean insert(ProvisionedGroupId group, Given given, boolean armed, UserAccountId by) {
        Scope scope = given.scope();
        boolean wide = !(scope instanceof Scope.OneCompany);
        return platform.sql(wide ? WIDE : OF_A_COMPANY)
                        .param(Uuid7.next())
                        .param(group.value())
                        .param(scope.firm().value())
                        .param(given.profile().code())
                        .param(armed)
                        .param(by.value())
                        .param(scope instanceof Scope.WholeFirm ? null : scope.place())
                        .update()
                == 1;
    }

    /** What the group gave by this; nothing if it did not. */
    Optional<Given> delete(FirmId firm, ProvisionedGroupId group, UUID right) {
        return platform.sql(DELETE)
                .param("id", right)
                .param("group", group.value())
                .query((row, n) ->
                        new Given(
                                Scope.of(
                                        firm,
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, UUID.class)),
                                new Profile(row.getString(3))))
                .optional();
    }

    /** Refuses whoever decides on the sight of something that has changed since. */
    void requireSeen(ProvisionedGroupId group, Set<UUID> seen) {
        Set<UUID> now =
                platform.sql("SELECT id FROM platform.provisioned_group_gift WHERE group_id = ?")
                        .param(group.value())
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .set();
        if (!now.equals(seen)) {
            throw new ProvisioningRefusedException(Reason.VERSION, group.toString());
        }
    }
}
