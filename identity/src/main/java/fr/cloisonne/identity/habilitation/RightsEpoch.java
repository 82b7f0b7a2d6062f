package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The number by which whoever keeps an answer about a person's rights knows that it is old: raised
 * in the transaction that changes them, for the person and for those to whom they lend.
 */
@Component
public class RightsEpoch {

    private static final String RAISE =
            """
            WITH touched AS (
              SELECT id FROM platform.user_account
              WHERE id IN (
                SELECT unnest(:people)
                UNION SELECT holder_id FROM platform.delegation
                WHERE giver_id = ANY (:people) AND revoked_at IS NULL)
              ORDER BY id FOR NO KEY UPDATE
            )
            UPDATE platform.user_account u SET rights_epoch = rights_epoch + 1
            FROM touched WHERE u.id = touched.id
            """;

    private static final String AT_PLACE =
            """
            SELECT holder_id FROM platform.habilitation WHERE place = :place AND revoked_at IS NULL
            UNION
            SELECT d.holder_id FROM platform.delegation_part t
            JOIN platform.delegation d ON d.id = t.delegation_id
            WHERE t.place = :place AND d.revoked_at IS NULL
            """;

    private static final String WITH_PROFILE =
            """
            SELECT holder_id FROM platform.habilitation
            WHERE firm_id = :firm AND profile = :profile AND revoked_at IS NULL
            UNION
            SELECT d.holder_id FROM platform.delegation d
            JOIN platform.delegation_part t ON t.delegation_id = d.id
            WHERE d.firm_id = :firm AND t.profile = :profile AND d.revoked_at IS NULL
            """;

    private final JdbcClient platform;

    RightsEpoch(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /**
     * Raises it.
     *
     * @param people whose rights change
     */
    public void raise(Collection<UserAccountId> people) {
        platform.sql(RAISE)
                .param("people", people.stream().map(UserAccountId::value).toArray(UUID[]::new))
                .update();
    }

    void raise(UserAccountId person) {
        raise(Set.of(person));
    }

    /** For everybody who holds anything at this very place. */
    void raiseAt(UUID place) {
        raise(
                platform.sql(AT_PLACE)
                        .param("place", place)
                        .query((row, n) -> new UserAccountId(row.getObject(1, UUID.class)))
                        .list());
    }

    /** For everybody who holds this profile of a firm anywhere. */
    void raiseWith(UUID firm, Profile profile) {
        raise(
                platform.sql(WITH_PROFILE)
                        .param("firm", firm)
                        .param("profile", profile.code())
                        .query((row, n) -> new UserAccountId(row.getObject(1, UUID.class)))
                        .list());
    }
}
