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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the table of people whom a firm's directory tells of. */
@Component
class PersonReading {

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

    PersonReading(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** One of them, with the account that stands behind it. */
    record Row(ProvisionedPerson person, @Nullable UserAccountId account) {}

    Optional<Row> find(FirmId firm, ProvisionedPersonId id) {
        return platform.sql(SELECT + FROM + "AND p.id = :id")
                .param("firm", firm.value())
                .param("id", id.value())
                .query(PersonReading::row)
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
                        .query(PersonReading::row)
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
