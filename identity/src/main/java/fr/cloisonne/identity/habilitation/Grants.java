package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a person holds today, read from the database at each call: own habilitations, and those
 * delegations whose giver still holds the same by an own habilitation.
 */
@Component
class Grants {

    /** A delegation counts while its giver holds a profile as wide, over a scope as wide. */
    private static final String HELD =
            """
            SELECT h.firm_id, h.tenant_id, h.profile, NULL::uuid AS giver
            FROM platform.habilitation h
            WHERE h.holder_id = :person AND h.revoked_at IS NULL
            UNION ALL
            SELECT d.firm_id, d.tenant_id, d.profile, d.giver_id
            FROM platform.delegation d
            WHERE d.holder_id = :person AND d.revoked_at IS NULL
              AND :today BETWEEN d.first_day AND d.last_day
              AND EXISTS (
                SELECT 1 FROM platform.habilitation own
                WHERE own.holder_id = d.giver_id AND own.revoked_at IS NULL
                  AND own.firm_id = d.firm_id AND own.profile = 'ADMINISTRATOR'
                  AND (own.tenant_id IS NULL OR own.tenant_id = d.tenant_id))
            """;

    private final JdbcClient platform;
    private final Clock clock;

    Grants(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** One thing held. */
    record Grant(Scope scope, Profile profile, @Nullable UserAccountId giver) {

        boolean own() {
            return giver == null;
        }
    }

    @PlatformTransaction(readOnly = true)
    public List<Grant> heldBy(UserAccountId person) {
        return platform.sql(HELD)
                .param("person", person.value())
                .param("today", LocalDate.now(clock))
                .query(Grants::grant)
                .list();
    }

    private static Grant grant(ResultSet row, int number) throws SQLException {
        UUID company = row.getObject(2, UUID.class);
        UUID giver = row.getObject(4, UUID.class);
        return new Grant(
                Scope.of(
                        new FirmId(row.getObject(1, UUID.class)),
                        company == null ? null : new TenantId(company)),
                Profile.valueOf(row.getString(3)),
                giver == null ? null : new UserAccountId(giver));
    }
}
