package fr.cloisonne.identity.issuer;

import fr.cloisonne.identity.UserAccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Puts a grant together from its rows, one a token. */
final class GrantReading implements ResultSetExtractor<Optional<Grant>> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> CLAIMS = new TypeReference<>() {};

    /** What is kept of how a person had signed in. */
    private record Kept(long at, List<String> methods) {}

    static String json(PersonAtIssuer person) {
        return JSON.writeValueAsString(new Kept(person.at().getEpochSecond(), person.methods()));
    }

    @Override
    public Optional<Grant> extractData(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        UUID id = rows.getObject(1, UUID.class);
        UUID client = rows.getObject(2, UUID.class);
        String clientName = rows.getString(3);
        PersonAtIssuer person = person(rows);
        String type = rows.getString(6);
        Set<String> scopes = Set.of((String[]) rows.getArray(7).getArray());
        String request = rows.getString(8);
        long version = rows.getLong(10);
        Instant expiresAt = rows.getTimestamp(11).toInstant();
        List<IssuedToken> tokens = new ArrayList<>();
        do {
            tokens.add(token(rows));
        } while (rows.next());
        return Optional.of(
                new Grant(
                        id,
                        client,
                        clientName,
                        person,
                        type,
                        scopes,
                        request,
                        version,
                        expiresAt,
                        tokens));
    }

    private static @Nullable PersonAtIssuer person(ResultSet rows) throws SQLException {
        UUID user = rows.getObject(4, UUID.class);
        if (user == null) {
            return null;
        }
        Kept kept = JSON.readValue(rows.getString(9), Kept.class);
        return new PersonAtIssuer(
                new UserAccountId(user),
                rows.getObject(5, UUID.class),
                Instant.ofEpochSecond(kept.at()),
                kept.methods(),
                null);
    }

    private static IssuedToken token(ResultSet rows) throws SQLException {
        String claims = rows.getString(17);
        return new IssuedToken(
                rows.getString(12),
                TokenKind.valueOf(rows.getString(13)),
                rows.getTimestamp(14).toInstant(),
                rows.getTimestamp(15).toInstant(),
                rows.getBoolean(16),
                claims == null ? null : JSON.readValue(claims, CLAIMS));
    }
}
