package fr.cloisonne.identity.audit;

import fr.cloisonne.db.keyring.Keyring;
import fr.cloisonne.identity.UserAccountId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Chains of rows in one schema: each row carries {@code HMAC(key, row with the hash before it)},
 * the key outside the database. The head's row lock puts concurrent writers in line, and the unique
 * (chain, n) and (chain, prev) make a fork impossible.
 */
final class Chain {

    private static final String PURPOSE = "audit chain";
    static final String START = "0".repeat(64);

    /** How many rows one statement writes. */
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final String schema;
    private final Keyring keyring;
    private final Clock clock;

    Chain(JdbcClient jdbc, String schema, Keyring keyring, Clock clock) {
        this.jdbc = jdbc;
        this.schema = schema;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** How far a chain has come. */
    record Head(long n, String hash) {}

    /**
     * Writes a row for each of the details, chained in memory.
     *
     * @return how far each has brought the chain
     */
    List<Head> append(
            UUID chain,
            @Nullable UserAccountId actor,
            @Nullable UserAccountId onBehalf,
            String act,
            List<Map<String, String>> each) {
        Head head = lockedHead(chain);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Row> rows = new ArrayList<>();
        for (Map<String, String> details : each) {
            Row open =
                    new Row(
                            chain,
                            head.n() + 1,
                            now,
                            actor,
                            onBehalf,
                            act,
                            Row.canonical(details),
                            keyring.keyId(),
                            head.hash(),
                            "");
            Row row = open.closed(hash(open));
            rows.add(row);
            head = new Head(row.n(), row.hash());
        }
        for (int first = 0; first < rows.size(); first += AT_ONCE) {
            insert(rows.subList(first, Math.min(first + AT_ONCE, rows.size())));
        }
        jdbc.sql("UPDATE %schain_head SET n = ?, hash = ? WHERE chain = ?".formatted(schema))
                .params(head.n(), head.hash(), chain)
                .update();
        return rows.stream().map(row -> new Head(row.n(), row.hash())).toList();
    }

    AuditSeal seal(UUID chain) {
        Head head = lockedHead(chain);
        return new AuditSeal(head.n(), head.hash());
    }

    private Head lockedHead(UUID chain) {
        jdbc.sql(
                        "INSERT INTO %schain_head (chain, n, hash) VALUES (?, 0, ?) ON CONFLICT DO NOTHING"
                                .formatted(schema))
                .params(chain, START)
                .update();
        return jdbc.sql(
                        "SELECT n, hash FROM %schain_head WHERE chain = ? FOR UPDATE"
                                .formatted(schema))
                .param(chain)
                .query((row, i) -> new Head(row.getLong(1), row.getString(2)))
                .single();
    }

    /** Rows of one act at one moment. */
    private void insert(List<Row> rows) {
        Row one = rows.getFirst();
        jdbc.sql(
                        """
                        INSERT INTO %saudit
                          (chain, n, at, actor, on_behalf, act, details, key_id, prev, hash)
                        SELECT :chain, n, CAST(:at AS timestamptz), CAST(:actor AS uuid),
                          CAST(:onBehalf AS uuid), :act, details, :keyId, prev, hash
                        FROM unnest(:numbers, :details, :prevs, :hashes) AS each (n, details, prev, hash)
                        """
                                .formatted(schema))
                .param("chain", one.chain())
                .param("at", Timestamp.from(one.at()))
                .param("actor", id(one.actor()))
                .param("onBehalf", id(one.onBehalf()))
                .param("act", one.act())
                .param("keyId", one.keyId())
                .param("numbers", rows.stream().map(Row::n).toArray(Long[]::new))
                .param("details", texts(rows, Row::details))
                .param("prevs", texts(rows, Row::prev))
                .param("hashes", texts(rows, Row::hash))
                .update();
    }

    private static @Nullable UUID id(@Nullable UserAccountId person) {
        return person == null ? null : person.value();
    }

    private static String[] texts(List<Row> rows, Function<Row, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    /** The newest rows first, before the given number. */
    List<Row> before(UUID chain, long before, int limit) {
        return jdbc.sql(
                        "SELECT * FROM %saudit WHERE chain = ? AND n < ? ORDER BY n DESC LIMIT ?"
                                .formatted(schema))
                .params(chain, before, Math.min(limit, 500))
                .query(Row::read)
                .list();
    }

    /** Of those, what one person did in the place of another. */
    List<Row> inPlace(UUID chain, InPlaceSpan span, long before, int limit) {
        return jdbc.sql(
                        "SELECT * FROM %saudit WHERE chain = ? AND n < ? AND on_behalf = ? AND actor = ? AND at >= ? AND at < ? ORDER BY n DESC LIMIT ?"
                                .formatted(schema))
                .param(chain)
                .param(before)
                .param(span.giver().value())
                .param(span.holder().value())
                .param(Timestamp.from(span.from()))
                .param(Timestamp.from(span.until()))
                .param(Math.min(limit, 500))
                .query(Row::read)
                .list();
    }

    List<Row> find(RowQuery query, int limit) {
        return query.on(jdbc, schema, Math.min(limit, 500)).query(Row::read).list();
    }

    AuditVerification verify(UUID chain, ChainReader reader) {
        // Others go on writing meanwhile: what was there before must be there still, and nothing
        // may be there that the head afterwards does not know.
        reader.begin(head(chain));
        try (var all =
                jdbc
                        .sql("SELECT * FROM %saudit WHERE chain = ? ORDER BY n".formatted(schema))
                        .param(chain)
                        .withFetchSize(500)
                        .query(Row::read)
                        .stream()) {
            all.forEach(reader::read);
        }
        return reader.end(head(chain));
    }

    Head head(UUID chain) {
        return jdbc.sql("SELECT n, hash FROM %schain_head WHERE chain = ?".formatted(schema))
                .param(chain)
                .query((row, i) -> new Head(row.getLong(1), row.getString(2)))
                .optional()
                .orElse(new Head(0, START));
    }

    /** How far each chain has come. */
    Map<UUID, Head> heads() {
        Map<UUID, Head> heads = new LinkedHashMap<>();
        jdbc.sql("SELECT chain, n, hash FROM %schain_head ORDER BY chain".formatted(schema))
                .query(row -> {
                    heads.put(
                            row.getObject(1, UUID.class),
                            new Head(row.getLong(2), row.getString(3)));
                });
        return heads;
    }

    String hash(Row row) {
        return HexFormat.of().formatHex(keyring.mac(PURPOSE, row.content()));
    }
}
