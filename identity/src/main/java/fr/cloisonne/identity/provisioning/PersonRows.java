package fr.cloisonne.identity.provisioning;

import fr.cloisonne.identity.PersonName;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the table of people whom a firm's directory tells of. */
@Component
class PersonRows {

    private final JdbcClient platform;
    private final Clock clock;

    PersonRows(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** One change at a time in a firm. */
    void lock(FirmId firm) {
        platform.sql("SELECT id FROM platform.firm WHERE id = ? FOR NO KEY UPDATE")
                .param(firm.value())
                .query()
                .singleRow();
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
}
