package fr.cloisonne.identity.audit;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A query over one chain, newest first, as SQL with only the conditions that are asked: the rows
 * after a place in the journal, which is a time, and among rows of one time a chain and a number.
 */
final class RowQuery {

    /** An id counts as a whole, since a short number is somewhere in many of them. */
    private static final String SAYING =
            """
             AND (act = ANY (:codes#) OR CAST(actor AS text) = ANY (:codes#)
              OR CAST(on_behalf AS text) = ANY (:codes#) OR CAST(chain AS text) = ANY (:codes#)
              OR EXISTS (SELECT 1 FROM json_each_text(CAST(details AS json)) AS told
                         WHERE told.value = ANY (:codes#)
                            OR (told.value ILIKE :like# AND told.value !~ '^[0-9a-f-]{36}$')))
            """;

    private final Map<String, Object> parameters = new HashMap<>();
    private final StringBuilder where = new StringBuilder("chain = :chain");

    RowQuery(UUID chain, AuditQuery asked, @Nullable AuditEntry last) {
        parameters.put("chain", chain);
        and(" AND at >= :from", "from", asked.from() == null ? null : Timestamp.from(asked.from()));
        and(" AND at < :until", "until", time(asked));
        and(
                " AND split_part(act, '.', 1) = ANY (:kinds)",
                "kinds",
                asked.kind() == null ? null : asked.kind().words());
        and(
                " AND (actor = :person OR on_behalf = :person OR position(:person::text IN details) > 0)",
                "person",
                asked.person() == null ? null : asked.person().value());
        if (last != null) {
            and(
                    " AND (at, chain, n) < (:last, :lastChain, :lastN)",
                    "last",
                    Timestamp.from(last.at()));
            parameters.put("lastChain", last.chain());
            parameters.put("lastN", last.n());
        }
    }

    /** Narrows to rows that name this. */
    RowQuery about(UUID thing) {
        and(" AND position(:about IN details) > 0", "about", thing.toString());
        return this;
    }

    /** Narrows to rows in which each of these occurs: as what was done, to whom, where. */
    RowQuery saying(List<SoughtNames.Sought> words) {
        for (SoughtNames.Sought word : words) {
            int number = parameters.size();
            and(SAYING.replace("#", Integer.toString(number)), "like" + number, word.like());
            parameters.put("codes" + number, word.codes().toArray(String[]::new));
        }
        return this;
    }

    private static @Nullable Timestamp time(AuditQuery asked) {
        return asked.until() == null ? null : Timestamp.from(asked.until());
    }

    private void and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            parameters.put(name, value);
        }
    }

    JdbcClient.StatementSpec on(JdbcClient jdbc, String schema, int limit) {
        return jdbc.sql(
                        "SELECT * FROM %saudit WHERE %s ORDER BY at DESC, n DESC LIMIT :limit"
                                .formatted(schema, where))
                .params(parameters)
                .param("limit", limit);
    }
}
