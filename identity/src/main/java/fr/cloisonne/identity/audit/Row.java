package fr.cloisonne.identity.audit;

import fr.cloisonne.identity.UserAccountId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row as it is hashed: the details as canonical JSON (RFC 8785: sorted names, no blanks), the
 * time to the microsecond that PostgreSQL keeps.
 */
record Row(
        UUID chain,
        long n,
        Instant at,
        @Nullable UserAccountId actor,
        @Nullable UserAccountId onBehalf,
        String act,
        String details,
        String keyId,
        String prev,
        String hash) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String canonical(Map<String, String> details) {
        details.forEach(Row::requireCode);
        return JSON.writeValueAsString(new TreeMap<>(details));
    }

    /** Ids, codes, numbers and days alone: a name, an address or a sentence has one of these. */
    private static void requireCode(String name, String value) {
        if (value.length() > 300 || value.indexOf('@') >= 0 || value.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("Not an id or a code for the audit: " + name);
        }
    }

    Row closed(String hash) {
        return new Row(chain, n, at, actor, onBehalf, act, details, keyId, prev, hash);
    }

    Map<String, String> parsed() {
        return parsed(details);
    }

    static Map<String, String> parsed(String details) {
        return JSON.readValue(details, new TypeReference<TreeMap<String, String>>() {});
    }

    /** What the hash is of: each field on a line of its own, none of which can hold a line end. */
    byte[] content() {
        return String.join(
                        "\n",
                        chain.toString(),
                        Long.toString(n),
                        at.toString(),
                        String.valueOf(actor),
                        String.valueOf(onBehalf),
                        act,
                        details,
                        keyId,
                        prev)
                .getBytes(StandardCharsets.UTF_8);
    }

    static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("chain", UUID.class),
                row.getLong("n"),
                row.getTimestamp("at").toInstant(),
                person(row, "actor"),
                person(row, "on_behalf"),
                row.getString("act"),
                row.getString("details"),
                row.getString("key_id"),
                row.getString("prev"),
                row.getString("hash"));
    }

    private static @Nullable UserAccountId person(ResultSet row, String column)
            throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new UserAccountId(id);
    }
}
