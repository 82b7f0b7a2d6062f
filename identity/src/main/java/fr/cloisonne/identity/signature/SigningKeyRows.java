package fr.cloisonne.identity.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import fr.cloisonne.db.LockNumber;
import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.keyring.Keyring;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The signing keys in the database, their private halves sealed. A key is published for a while
 * before it signs, and for as long after the next one does, so that nobody meets a signature whose
 * key they cannot find.
 */
@Component
public class SigningKeyRows {

    /** How the keys of each set sign. */
    public static final List<JWSAlgorithm> ALGORITHMS =
            List.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private final JdbcClient platform;
    private final Keyring keyring;
    private final Clock clock;

    /**
     * The rows.
     *
     * @param platform where they lie
     * @param keyring seals the private halves
     * @param clock tells which key signs
     */
    public SigningKeyRows(
            @Qualifier("platformJdbc") JdbcClient platform, Keyring keyring, Clock clock) {
        this.platform = platform;
        this.keyring = keyring;
        this.clock = clock;
    }

    /**
     * The keys of a set, the first of which are made where there were none.
     *
     * @param set which
     * @param life how they follow one another
     * @return those published now
     */
    @PlatformTransaction
    public KnownKeys begun(KeySet set, KeyLife life) {
        KnownKeys known = read(set);
        if (!known.keys().isEmpty()) {
            return known;
        }
        keepGoing(set, life);
        return read(set);
    }

    private KnownKeys read(KeySet set) {
        return new KnownKeys(
                platform.sql(
                                "SELECT sealed, algorithm, active_from FROM platform.signature_key WHERE key_set = ? ORDER BY active_from DESC")
                        .param(set.name())
                        .query((row, n) -> key(set, row))
                        .list());
    }

    /**
     * Makes what is missing in a set and takes away what nobody needs any more; one node at a time.
     *
     * @param set which
     * @param life how its keys follow one another
     */
    @PlatformTransaction
    public void keepGoing(KeySet set, KeyLife life) {
        platform.sql("SELECT pg_advisory_xact_lock(?)")
                .param(LockNumber.SIGNING_KEYS.number())
                .query(rows -> {});
        Instant now = clock.instant();
        for (JWSAlgorithm algorithm : ALGORITHMS) {
            next(set, algorithm, life, now).ifPresent(from -> insert(set, algorithm, from));
        }
        platform.sql(
                        """
                        DELETE FROM platform.signature_key old
                        WHERE old.key_set = :set AND EXISTS (
                          SELECT 1 FROM platform.signature_key later
                          WHERE later.key_set = :set AND later.algorithm = old.algorithm
                            AND later.active_from > old.active_from AND later.active_from < :over)
                        """)
                .param("set", set.name())
                .param("over", Timestamp.from(now.minus(life.notice())))
                .update();
    }

    /**
     * Takes away the sets of a kind that nobody uses any more.
     *
     * @param kind how their names begin
     * @param used those that stay
     */
    @PlatformTransaction
    public void keepOnly(String kind, Collection<KeySet> used) {
        platform.sql(
                        "DELETE FROM platform.signature_key WHERE starts_with(key_set, ?) AND NOT key_set = ANY (?)")
                .params(kind, used.stream().map(KeySet::name).toArray(String[]::new))
                .update();
    }

    /** When the next key must begin to sign, if it is time to publish it. */
    private Optional<Instant> next(KeySet set, JWSAlgorithm algorithm, KeyLife life, Instant now) {
        Instant latest = latest(set, algorithm);
        if (latest == null) {
            return Optional.of(now);
        }
        Instant published = now.plus(life.notice());
        Instant due = latest.plus(life.life());
        return due.isAfter(published) ? Optional.empty() : Optional.of(published);
    }

    private @Nullable Instant latest(KeySet set, JWSAlgorithm algorithm) {
        return platform.sql(
                        "SELECT active_from FROM platform.signature_key WHERE key_set = ? AND algorithm = ? ORDER BY active_from DESC LIMIT 1")
                .params(set.name(), algorithm.getName())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    private void insert(KeySet set, JWSAlgorithm algorithm, Instant from) {
        JWK key = random(algorithm);
        byte[] sealed =
                keyring.seal(set.seal(), key.toJSONString().getBytes(StandardCharsets.UTF_8));
        platform.sql(
                        "INSERT INTO platform.signature_key (key_set, kid, algorithm, sealed, active_from, created_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        set.name(),
                        key.getKeyID(),
                        algorithm.getName(),
                        sealed,
                        Timestamp.from(from),
                        Timestamp.from(clock.instant()))
                .update();
    }

    private static JWK random(JWSAlgorithm algorithm) {
        try {
            return JWSAlgorithm.RS256.equals(algorithm)
                    ? new RSAKeyGenerator(2048)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(algorithm)
                            .keyIDFromThumbprint(true)
                            .generate()
                    : new ECKeyGenerator(Curve.P_256)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(algorithm)
                            .keyIDFromThumbprint(true)
                            .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SigningKey key(KeySet set, ResultSet row) throws SQLException {
        byte[] opened = keyring.open(set.seal(), row.getBytes(1));
        try {
            return new SigningKey(
                    JWK.parse(new String(opened, StandardCharsets.UTF_8)),
                    JWSAlgorithm.parse(row.getString(2)),
                    row.getTimestamp(3).toInstant());
        } catch (ParseException altered) {
            throw new IllegalStateException(altered);
        }
    }
}
