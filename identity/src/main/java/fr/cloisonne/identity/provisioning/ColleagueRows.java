package fr.cloisonne.identity.provisioning;

import fr.cloisonne.tenancy.value.FirmId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings the table of people whom a firm's directory tells of into line with its colleagues. */
@Component
class ColleagueRows {

    /** Whoever left the firm by another door is gone for its directory too. */
    private static final String GONE =
            """
            UPDATE platform.provisioned_person p SET removed_at = :now
            WHERE p.firm_id = :firm AND p.removed_at IS NULL AND p.user_id IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM platform.firm_member m
                              WHERE m.firm_id = p.firm_id AND m.user_id = p.user_id)
            """;

    /** Whoever is awaited and came by another door is a colleague already. */
    private static final String CAME =
            """
            UPDATE platform.provisioned_person p
            SET user_id = u.id, version = p.version + 1, changed_at = :now
            FROM platform.firm_member m JOIN platform.user_account u ON u.id = m.user_id
            WHERE p.firm_id = :firm AND p.removed_at IS NULL AND p.user_id IS NULL AND p.active
              AND m.firm_id = p.firm_id AND u.email_key = p.email_key
              AND NOT EXISTS (SELECT 1 FROM platform.provisioned_person o
                              WHERE o.firm_id = p.firm_id AND o.user_id = u.id
                                AND o.removed_at IS NULL)
            RETURNING p.id
            """;

    /** Every colleague is a person of the directory, those who were there before it included. */
    private static final String OTHERS =
            """
            INSERT INTO platform.provisioned_person
              (id, firm_id, user_id, user_name, user_name_key, email, email_key, given_name,
               family_name, active, created_at, changed_at)
            SELECT gen_random_uuid(), m.firm_id, u.id, u.email, lower(u.email), u.email, u.email_key,
                   u.given_name, u.family_name, true, :now, :now
            FROM platform.firm_member m JOIN platform.user_account u ON u.id = m.user_id
            WHERE m.firm_id = :firm
              AND NOT EXISTS (SELECT 1 FROM platform.provisioned_person p
                              WHERE p.firm_id = m.firm_id AND p.user_id = m.user_id
                                AND p.removed_at IS NULL)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient platform;
    private final Clock clock;

    ColleagueRows(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** Follows who is a colleague now; who came since is given back. */
    List<ProvisionedPersonId> meet(FirmId firm) {
        Timestamp now = Timestamp.from(clock.instant());
        platform.sql(GONE).param("firm", firm.value()).param("now", now).update();
        List<ProvisionedPersonId> came =
                platform.sql(CAME)
                        .param("firm", firm.value())
                        .param("now", now)
                        .query((row, n) -> new ProvisionedPersonId(row.getObject(1, UUID.class)))
                        .list();
        platform.sql(OTHERS).param("firm", firm.value()).param("now", now).update();
        return came;
    }
}
