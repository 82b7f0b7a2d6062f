package fr.cloisonne.identity.provisioning;

import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of people whom a firm's directory tells of. */
@Component
class PersonRows {

    /**
     * Of one who is attached, the firm's own word counts; of one who is awaited, the directory's.
     */
    static final String ACTIVE =
            "(CASE WHEN p.user_id IS NULL THEN p.active ELSE m.suspended_at IS NULL END)";

    private static final String FROM =
            """
            FROM platform.provisioned_person p
            LEFT JOIN platform.firm_member m ON m.firm_id = p.firm_id AND m.user_id = p.user_id
            WHERE p.firm_id = :firm AND p.removed_at IS NULL
            """;

    private static final String SELECT =
            """
            SELECT p.id, p.user_id, p.user_name, p.external_id, p.email, p.given_name,
                   p.family_name, %s AS active, p.version, p.created_at, p.changed_at,
                   ARRAY(SELECT g.id || ' ' || g.display_name
                         FROM platform.provisioned_group_member gm
                         JOIN platform.provisioned_group g ON g.id = gm.group_id
                         WHERE gm.person_id = p.id AND g.removed_at IS NULL
                           AND g.provider_id IS NULL
                         ORDER BY g.display_key) AS groups
            """
                    .formatted(ACTIVE);

    private final JdbcClient platform;
    private final Clock clock;

    PersonRows(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** One of them, with the account that stands behind it. */
    record Row(ProvisionedPerson person, @Nullable UserAccountId account) {}

    /** One change at a time in a firm. */
    void lock(FirmId firm) {
        platform.sql("SELECT id FROM platform.firm WHERE id = ? FOR NO KEY UPDATE")
                .param(firm.value())
                .query()
                .singleRow();
    }

    Optional<Row> find(FirmId firm, ProvisionedPersonId id) {
        return platform.sql(SELECT + FROM + "AND p.id = :id")
                .param("firm", firm.value())
                .param("id", id.value())
                .query(PersonRows::row)
                .optional();
    }

    Found<ProvisionedPerson> search(FirmId firm, ConditionSql condition, Window window) {
        long total =
                platform.sql("SELECT count(*) " + FROM + "AND " + condition.text())
                        .param("firm", firm.value())
                        .params(condition.values())
                        .query(Long.class)
                        .single();
        List<ProvisionedPerson> people =
                platform
                        .sql(
                                SELECT
                                        + FROM
                                        + "AND "
                                        + condition.text()
                                        + " ORDER BY p.created_at, p.id OFFSET :start LIMIT :count")
                        .param("firm", firm.value())
                        .param("start", window.start() - 1)
                        .param("count", window.count())
                        .params(condition.values())
                        .query(PersonRows::row)
                        .stream()
                        .map(Row::person)
                        .toList();
        return new Found<>(total, people);
    }

    /** Who has one of these names already. */
    Optional<ProvisionedPersonId> taken(
            FirmId firm, PersonFacts facts, @Nullable ProvisionedPersonId but) {
        return platform.sql(
                        """
                        SELECT id FROM platform.provisioned_person
                        WHERE firm_id = :firm AND removed_at IS NULL
                          AND (user_name_key = :user OR email_key = :email OR external_id = :external)
                          AND id IS DISTINCT FROM :but
                        LIMIT 1
                        """)
                .param("firm", firm.value())
                .param("user", Texts.key(facts.userName()))
                .param("email", facts.email().key())
                .param("external", facts.externalId())
                .param("but", but == null ? null : but.value(), Types.OTHER)
                .query((row, n) -> new ProvisionedPersonId(row.getObject(1, UUID.class)))
                .optional();
    }

    int awaited(FirmId firm) {
        return platform.sql(
                        "SELECT count(*) FROM platform.provisioned_person WHERE firm_id = ? AND user_id IS NULL AND removed_at IS NULL")
                .param(firm.value())
                .query(Integer.class)
                .single();
    }

    /** Whether this firm has told this address of it today already. */
    boolean toldLately(FirmId firm, EmailAddress email, ProvisionedPersonId but) {
        return platform.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM platform.provisioned_person
                        WHERE email_key = ? AND firm_id = ? AND created_at > ? AND id <> ?)
                        """)
                .param(email.key())
                .param(firm.value())
                .param(Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .param(but.value())
                .query(Boolean.class)
                .single();
    }

    void insert(FirmId firm, ProvisionedPersonId id, PersonFacts facts) {
        platform.sql(
                        """
                        INSERT INTO platform.provisioned_person
                          (id, firm_id, user_name, user_name_key, external_id, email, email_key,
                           given_name, family_name, active, created_at, changed_at)
                        VALUES (:id, :firm, :user, :userKey, :external, :email, :emailKey, :given,
                                :family, :active, :now, :now)
                        """)
                .param("firm", firm.value())
                .params(columns(id, facts))
                .update();
    }

    void update(ProvisionedPersonId id, PersonFacts facts) {
        platform.sql(
                        """
                        UPDATE platform.provisioned_person
                        SET user_name = :user, user_name_key = :userKey, external_id = :external,
                            email = :email, email_key = :emailKey, given_name = :given,
                            family_name = :family, active = :active, changed_at = :now,
                            version = version + 1
                        WHERE id = :id
                        """)
                .params(columns(id, facts))
                .update();
    }

    private Map<String, @Nullable Object> columns(ProvisionedPersonId id, PersonFacts facts) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", id.value());
        columns.put("user", facts.userName());
        columns.put("userKey", Texts.key(facts.userName()));
        columns.put("external", facts.externalId());
        columns.put("email", facts.email().typed());
        columns.put("emailKey", facts.email().key());
        columns.put("given", facts.name().given());
        columns.put("family", facts.name().family());
        columns.put("active", facts.active());
        columns.put("now", now());
        return columns;
    }

    /** The name follows where the account was born here and knows no other place. */
    void rename(ProvisionedPersonId id, PersonName name) {
        platform.sql(
                        """
                        UPDATE platform.user_account u
                        SET given_name = :given, family_name = :family
                        FROM platform.provisioned_person p
                        WHERE p.id = :id AND p.keeps_name AND u.id = p.user_id
                          AND NOT EXISTS (SELECT 1 FROM platform.firm_member m
                                          WHERE m.user_id = u.id AND m.firm_id <> p.firm_id)
                          AND NOT EXISTS (SELECT 1 FROM platform.company_member s
                                          WHERE s.user_id = u.id)
                        """)
                .param("id", id.value())
                .param("given", name.given())
                .param("family", name.family())
                .update();
    }

    void remove(ProvisionedPersonId id) {
        platform.sql("DELETE FROM platform.provisioned_group_member WHERE person_id = ?")
                .param(id.value())
                .update();
        platform.sql(
                        "UPDATE platform.provisioned_person SET removed_at = ?, version = version + 1 WHERE id = ?")
                .params(now(), id.value())
                .update();
    }

    Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        UUID account = row.getObject("user_id", UUID.class);
        boolean active = row.getBoolean("active");
        ProvisionedPerson person =
                new ProvisionedPerson(
                        new ProvisionedPersonId(row.getObject("id", UUID.class)),
                        new PersonFacts(
                                row.getString("user_name"),
                                row.getString("external_id"),
                                new PersonName(
                                        row.getString("given_name"), row.getString("family_name")),
                                new EmailAddress(row.getString("email")),
                                active),
                        references(row.getArray("groups")),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getInt("version") + (active ? "" : "-off"));
        return new Row(person, account == null ? null : new UserAccountId(account));
    }

    /** Each as its id, a blank, its name. */
    static List<Reference> references(Array column) throws SQLException {
        List<Reference> references = new ArrayList<>();
        for (String one : (String[]) column.getArray()) {
            int blank = one.indexOf(' ');
            references.add(new Reference(one.substring(0, blank), one.substring(blank + 1)));
        }
        return references;
    }
}
