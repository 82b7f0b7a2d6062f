package fr.cloisonne.identity.provisioning;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.RightsByGroup;
import fr.cloisonne.identity.habilitation.RightsByGroup.Given;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes a person hold what their groups give; one who is awaited holds nothing yet. */
@Component
class GroupRights {

    private static final String WANTED =
            """
            SELECT DISTINCT r.firm_id, r.tenant_id, r.portfolio_id, r.profile, r.armed
            FROM platform.provisioned_group_member m
            JOIN platform.provisioned_group g ON g.id = m.group_id AND g.removed_at IS NULL
            JOIN platform.provisioned_group_gift r ON r.group_id = g.id
            JOIN platform.profile p ON p.code = r.profile AND p.removed_at IS NULL
            LEFT JOIN platform.portfolio o ON o.id = r.portfolio_id
            WHERE m.person_id = ? AND o.removed_at IS NULL
            """;

    private final JdbcClient platform;
    private final PersonReading people;
    private final RightsByGroup rights;

    GroupRights(
            @Qualifier("platformJdbc") JdbcClient platform,
            PersonReading people,
            RightsByGroup rights) {
        this.platform = platform;
        this.people = people;
        this.rights = rights;
    }

    private record Line(Given given, boolean armed) {}

    void settle(FirmId firm, ProvisionedPersonId person, Map<String, String> because) {
        people.find(firm, person)
                .map(PersonReading.Row::account)
                .ifPresent(account -> settle(firm, person, account, because));
    }

    private void settle(
            FirmId firm,
            ProvisionedPersonId person,
            UserAccountId account,
            Map<String, String> because) {
        List<Given> plain = new ArrayList<>();
        List<Given> armed = new ArrayList<>();
        platform.sql(WANTED)
                .param(person.value())
                .query(GroupRights::line)
                .list()
                .forEach(line -> (line.armed() ? armed : plain).add(line.given()));
        try {
            rights.settle(firm, account, new RightsByGroup.Wanted(plain, armed), because);
        } catch (DelegationRefusedException kept) {
            throw ProvisioningRefusedException.kept(kept, "members");
        }
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        Scope scope =
                Scope.of(
                        new FirmId(row.getObject(1, UUID.class)),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class));
        return new Line(new Given(scope, new Profile(row.getString(4))), row.getBoolean(5));
    }
}
