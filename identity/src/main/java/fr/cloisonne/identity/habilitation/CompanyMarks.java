package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.TenantId;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was in which company, and when for the last time, as the table keeps it. */
@Component
class CompanyMarks {

    private static final String MARK =
            """
            INSERT INTO platform.company_use AS u (user_id, tenant_id, last_at)
            VALUES (:person, :company, :now)
            ON CONFLICT (user_id, tenant_id) DO UPDATE SET last_at = excluded.last_at
            WHERE u.last_at < excluded.last_at
            """;

    private final JdbcClient platform;

    CompanyMarks(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    @PlatformTransaction
    public void write(UserAccountId person, TenantId company, Instant now) {
        platform.sql(MARK)
                .param("person", person.value())
                .param("company", company.value())
                .param("now", Timestamp.from(now))
                .update();
    }
}
