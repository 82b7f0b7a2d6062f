package fr.cloisonne.identity.provisioning;

import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of groups of which a firm's directory tells. */
@Component
class GroupRows {

    private static final String MEMBERS =
            """
            ARRAY(SELECT p.id || ' ' || p.given_name || ' ' || p.family_name
                  FROM platform.provisioned_group_member m
                  JOIN platform.provisioned_person p ON p.id = m.person_id
                  WHERE m.group_id = g.id AND p.removed_at IS NULL
                  ORDER BY p.created_at, p.id)
            """;

    private static final String FROM =
            " FROM platform.provisioned_group g WHERE g.firm_id = :firm AND g.removed_at IS NULL AND g.provider_id IS NULL ";

    private final JdbcClient platform;
    private final Clock clock;

    GroupRows(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    private static String select(boolean members) {
        return "SELECT g.id, g.display_name, g.external_id, "
                + (members ? MEMBERS : "ARRAY[]::text[]")
                + " AS members, g.version, g.created_at, g.changed_at ";
    }

    Optional<ProvisionedGroup> find(FirmId firm, ProvisionedGroupId id) {
        return platform.sql(select(true) + FROM + "AND g.id = :id")
                .param("firm", firm.value())
                .param("id", id.value())
                .query(GroupRows::group)
                .optional();
    }

    Found<ProvisionedGroup> search(
            FirmId firm, ConditionSql condition, Window window, boolean members) {
        long total =
                platform.sql("SELECT count(*)" + FROM + "AND " + condition.text())
                        .param("firm", firm.value())
                        .params(condition.values())
                        .query(Long.class)
                        .single();
        List<ProvisionedGroup> groups =
                platform.sql(
                                select(members)
                                        + FROM
                                        + "AND "
                                        + condition.text()
                                        + " ORDER BY g.created_at, g.id OFFSET :start LIMIT :count")
                        .param("firm", firm.value())
                        .param("start", window.start() - 1)
                        .param("count", window.count())
                        .params(condition.values())
                        .query(GroupRows::group)
                        .list();
        return new Found<>(total, groups);
    }

    Optional<ProvisionedGroupId> taken(
            FirmId firm, GroupFacts facts, @Nullable ProvisionedGroupId but) {
        return platform.sql(
                        """
                        SELECT id FROM platform.provisioned_group
                        WHERE firm_id = :firm AND removed_at IS NULL AND provider_id IS NULL
                          AND (display_key = :display OR external_id = :external)
                          AND id IS DISTINCT FROM :but
                        LIMIT 1
                        """)
                .param("firm", firm.value())
                .param("display", Texts.key(facts.displayName()))
                .param("external", facts.externalId())
                .param("but", but == null ? null : but.value(), Types.OTHER)
                .query((row, n) -> new ProvisionedGroupId(row.getObject(1, UUID.class)))
                .optional();
    }

    int count(FirmId firm) {
        return platform.sql("SELECT count(*)" + FROM)
                .param("firm", firm.value())
                .query(Integer.class)
                .single();
    }

    void insert(FirmId firm, ProvisionedGroupId id, GroupFacts facts) {
        platform.sql(
                        "INSERT INTO platform.provisioned_group (id, firm_id, display_name, display_key, external_id, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(id.value())
                .param(firm.value())
                .param(facts.displayName())
                .param(Texts.key(facts.displayName()))
                .param(facts.externalId())
                .param(now())
                .param(now())
                .update();
    }

    void update(ProvisionedGroupId id, GroupFacts facts) {
        platform.sql(
                        "UPDATE platform.provisioned_group SET display_name = ?, display_key = ?, external_id = ?, changed_at = ?, version = version + 1 WHERE id = ?")
                .param(facts.displayName())
                .param(Texts.key(facts.displayName()))
                .param(facts.externalId())
                .param(now())
                .param(id.value())
                .update();
    }

    void remove(ProvisionedGroupId id) {
        platform.sql(
                        "UPDATE platform.provisioned_group SET removed_at = ?, version = version + 1 WHERE id = ?")
                .params(now(), id.value())
                .update();
    }

    /** Those of them that are people of this firm. */
    Set<ProvisionedPersonId> known(FirmId firm, Collection<ProvisionedPersonId> people) {
        return new HashSet<>(
                platform.sql(
                                "SELECT id FROM platform.provisioned_person WHERE firm_id = ? AND id = ANY (?) AND removed_at IS NULL")
                        .params(firm.value(), ids(people))
                        .query((row, n) -> new ProvisionedPersonId(row.getObject(1, UUID.class)))
                        .list());
    }

    void put(ProvisionedGroupId group, Collection<ProvisionedPersonId> people) {
        platform.sql(
                        "INSERT INTO platform.provisioned_group_member (group_id, person_id) SELECT ?, unnest(?)")
                .params(group.value(), ids(people))
                .update();
    }

    void take(ProvisionedGroupId group, Collection<ProvisionedPersonId> people) {
        platform.sql(
                        "DELETE FROM platform.provisioned_group_member WHERE group_id = ? AND person_id = ANY (?)")
                .params(group.value(), ids(people))
                .update();
    }

    private static UUID[] ids(Collection<ProvisionedPersonId> people) {
        return people.stream().map(ProvisionedPersonId::value).toArray(UUID[]::new);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static ProvisionedGroup group(ResultSet row, int number) throws SQLException {
        return new ProvisionedGroup(
                new ProvisionedGroupId(row.getObject("id", UUID.class)),
                row.getString("display_name"),
                row.getString("external_id"),
                PersonReading.references(row.getArray("members")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("version"));
    }
}
