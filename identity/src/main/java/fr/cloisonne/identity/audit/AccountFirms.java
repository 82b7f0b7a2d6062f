package fr.cloisonne.identity.audit;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The firms that are concerned by what happens to an account: those of its person, and of a
 * company's own people the firms that are in charge of it or gave them anything.
 */
@Component
public class AccountFirms {

    private static final String FIRMS =
            """
            SELECT firm_id FROM platform.firm_member WHERE user_id = :person
            UNION
            SELECT d.firm_id FROM platform.company_member s
            JOIN platform.mandate d ON d.tenant_id = s.tenant_id
            WHERE s.user_id = :person
              AND :today >= d.valid_from AND (d.valid_until IS NULL OR d.valid_until >= :today)
            UNION
            SELECT firm_id FROM platform.habilitation
            WHERE holder_id = :person AND revoked_at IS NULL
              AND (last_day IS NULL OR last_day >= :today)
            ORDER BY firm_id
            """;

    private final JdbcClient platform;
    private final Clock clock;

    AccountFirms(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /**
     * Which they are.
     *
     * @param account whose
     * @return in the order of their ids, in which several chains are written
     */
    @PlatformTransaction(readOnly = true)
    public List<FirmId> of(UserAccountId account) {
        return platform.sql(FIRMS)
                .param("person", account.value())
                .param("today", LocalDate.now(clock))
                .query((row, n) -> new FirmId(row.getObject(1, UUID.class)))
                .list();
    }
}
