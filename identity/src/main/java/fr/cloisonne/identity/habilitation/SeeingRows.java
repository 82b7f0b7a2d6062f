package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who sees as whom at this moment, as the table keeps it. It belongs to the account and not to one
 * session: nothing is done by this person meanwhile, in whichever tab, thread or node.
 */
@Component
class SeeingRows {

    private static final String PUT =
            """
            INSERT INTO platform.seeing_as (viewer_id, colleague_id, firm_id, until)
            VALUES (:viewer, :colleague, :firm, :until)
            ON CONFLICT (viewer_id) DO UPDATE
            SET colleague_id = excluded.colleague_id, firm_id = excluded.firm_id,
                until = excluded.until
            """;

    private final JdbcClient platform;
    private final Clock clock;

    SeeingRows(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    @PlatformTransaction(readOnly = true)
    public Optional<Seen> of(UserAccountId viewer) {
        return platform.sql(
                        "SELECT colleague_id, firm_id, until FROM platform.seeing_as WHERE viewer_id = ? AND until > ?")
                .params(viewer.value(), Timestamp.from(clock.instant()))
                .query((row, n) ->
                        new Seen(
                                new UserAccountId(row.getObject(1, UUID.class)),
                                new FirmId(row.getObject(2, UUID.class)),
                                row.getTimestamp(3).toInstant()))
                .optional();
    }

    void put(UserAccountId viewer, Seen seen) {
        platform.sql(PUT)
                .param("viewer", viewer.value())
                .param("colleague", seen.colleague().value())
                .param("firm", seen.firm().value())
                .param("until", Timestamp.from(seen.until()))
                .update();
    }

    void remove(UserAccountId viewer) {
        platform.sql("DELETE FROM platform.seeing_as WHERE viewer_id = ?")
                .param(viewer.value())
                .update();
    }
}
