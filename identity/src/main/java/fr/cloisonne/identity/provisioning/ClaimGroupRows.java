package fr.cloisonne.identity.provisioning;

import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Groups that claims of a firm's provider make, in the table of groups. */
@Component
class ClaimGroupRows {

    private final JdbcClient platform;
    private final Clock clock;

    ClaimGroupRows(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** One of them. */
    record ClaimGroup(ProvisionedGroupId id, String claim, String value) {

        /** Values are compared as they are: two that differ in case are two. */
        boolean isIn(Map<String, List<String>> claims) {
            return claims.getOrDefault(claim, List.of()).contains(value);
        }
    }

    List<ClaimGroup> of(FirmId firm, UUID provider) {
        return platform.sql(
                        "SELECT id, claim, display_name FROM platform.provisioned_group WHERE firm_id = ? AND provider_id = ? AND removed_at IS NULL")
                .params(firm.value(), provider)
                .query((row, n) ->
                        new ClaimGroup(
                                new ProvisionedGroupId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getString(3)))
                .list();
    }

    Optional<ProvisionedGroupId> insert(FirmId firm, UUID provider, String claim, String value) {
        UUID id = Uuid7.next();
        int inserted =
                platform.sql(
                                "INSERT INTO platform.provisioned_group (id, firm_id, provider_id, claim, display_name, display_key, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .param(id)
                        .param(firm.value())
                        .param(provider)
                        .param(claim)
                        .param(value)
                        .param(value)
                        .param(now())
                        .param(now())
                        .update();
        return inserted == 1 ? Optional.of(new ProvisionedGroupId(id)) : Optional.empty();
    }

    /** In which of the provider's groups a person is. */
    List<ProvisionedGroupId> held(UUID provider, ProvisionedPersonId person) {
        return platform.sql(
                        "SELECT g.id FROM platform.provisioned_group_member m JOIN platform.provisioned_group g ON g.id = m.group_id WHERE m.person_id = ? AND g.provider_id = ? AND g.removed_at IS NULL")
                .params(person.value(), provider)
                .query((row, n) -> new ProvisionedGroupId(row.getObject(1, UUID.class)))
                .list();
    }

    List<ProvisionedPersonId> members(ProvisionedGroupId group) {
        return platform.sql(
                        "SELECT person_id FROM platform.provisioned_group_member WHERE group_id = ?")
                .param(group.value())
                .query((row, n) -> new ProvisionedPersonId(row.getObject(1, UUID.class)))
                .list();
    }

    Optional<ProvisionedPersonId> person(FirmId firm, UserAccountId account) {
        return platform.sql(
                        "SELECT p.id FROM platform.provisioned_person p JOIN platform.firm_member m ON m.firm_id = p.firm_id AND m.user_id = p.user_id WHERE p.firm_id = ? AND p.user_id = ? AND p.removed_at IS NULL")
                .params(firm.value(), account.value())
                .query((row, n) -> new ProvisionedPersonId(row.getObject(1, UUID.class)))
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
