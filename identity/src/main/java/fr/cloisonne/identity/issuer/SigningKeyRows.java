package fr.cloisonne.identity.issuer;

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
class SigningKeyRows {

    static final List<JWSAlgorithm> ALGORITHMS = List.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private static final String PURPOSE = "issuer signing key";

    private final JdbcClient platform;
    private final Keyring keyring;
    private final IssuerSettings settings;
    private final Clock clock;

    SigningKeyRows(
            @Qualifier("platformJdbc") JdbcClient platform,
            Keyring keyring,
            IssuerSettings settings,
            Clock clock) {
        this.platform = platform;
        this.keyring = keyring;
        this.settings = settings;
        this.clock = clock;
    }

    @PlatformTransaction(readOnly = true)
    public List<SigningKey> all() {
        return platform.sql(
                        "SELECT sealed, algorithm, active_from FROM platform.signing_key ORDER BY active_from DESC")
                .query(this::key)
                .list();
    }

    /** Makes what is missing and takes away what nobody needs any more; one node at a time. */
    @PlatformTransaction
    public void keepGoing() {
        platform.sql("SELECT pg_advisory_xact_lock(?)")
                .param(LockNumber.SIGNING_KEYS.number())
                .query(rows -> {});
        Instant now = clock.instant();
        for (JWSAlgorithm algorithm : ALGORITHMS) {
            next(algorithm, now).ifPresent(from -> insert(algorithm, from));
        }
        platform.sql(
                        """
                        DELETE FROM platform.signing_key old WHERE EXISTS (
                          SELECT 1 FROM platform.signing_key later
                          WHERE later.algorithm = old.algorithm
                            AND later.active_from > old.active_from AND later.active_from < ?)
                        """)
                .param(Timestamp.from(now.minus(settings.keyNotice())))
                .update();
    }

    /** When the next key must begin to sign, if it is time to publish it. */
    private Optional<Instant> next(JWSAlgorithm algorithm, Instant now) {
        Instant latest = latest(algorithm);
        if (latest == null) {
            return Optional.of(now);
        }
        Instant published = now.plus(settings.keyNotice());
        Instant due = latest.plus(settings.keyLife());
        return due.isAfter(published) ? Optional.empty() : Optional.of(published);
    }

    private @Nullable Instant latest(JWSAlgorithm algorithm) {
        return platform.sql(
                        "SELECT active_from FROM platform.signing_key WHERE algorithm = ? ORDER BY active_from DESC LIMIT 1")
                .param(algorithm.getName())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    private void insert(JWSAlgorithm algorithm, Instant from) {
        JWK key = random(algorithm);
        byte[] sealed = keyring.seal(PURPOSE, key.toJSONString().getBytes(StandardCharsets.UTF_8));
        platform.sql(
                        "INSERT INTO platform.signing_key (kid, algorithm, sealed, active_from, created_at) VALUES (?, ?, ?, ?, ?)")
                .params(
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

    private SigningKey key(ResultSet row, int number) throws SQLException {
        byte[] opened = keyring.open(PURPOSE, row.getBytes(1));
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
