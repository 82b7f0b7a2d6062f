package fr.cloisonne.identity.signin;

import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when a factor is there, and when it last served.
 *
 * @param added since when
 * @param lastUsed when last, if ever
 */
public record FactorUse(Instant added, @Nullable Instant lastUsed) implements Serializable {

    private static final long serialVersionUID = 1L;

    static FactorUse of(ResultSet row, int number) throws SQLException {
        Timestamp used = row.getTimestamp("last_used_at");
        return new FactorUse(
                row.getTimestamp("added_at").toInstant(), used == null ? null : used.toInstant());
    }
}
