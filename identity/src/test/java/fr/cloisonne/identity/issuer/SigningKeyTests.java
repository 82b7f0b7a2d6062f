package fr.cloisonne.identity.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.db.keyring.Keyring;
import fr.cloisonne.identity.signature.KeySet;
import fr.cloisonne.identity.signature.SigningKeyRows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The change of signing keys, over months that pass in a moment. */
@PostgresTest
class SigningKeyTests {

    @Autowired
    @Qualifier("platformJdbc")
    private JdbcClient platform;

    @Autowired
    @Qualifier("platformTransactionManager")
    private PlatformTransactionManager transactions;

    @Autowired private Keyring keyring;
    @Autowired private IssuerSettings settings;
    @Autowired private TestDatabase database;

    private final SettableClock clock = new SettableClock();
    private SigningKeyRows rows;

    @BeforeEach
    void noKeys() {
        database.superuser().sql("DELETE FROM platform.signature_key").update();
        rows = new SigningKeyRows(platform, keyring, clock);
        keepGoing();
    }

    @Test
    void keysRotateWithoutBreakingTokensInFlight() {
        SigningKeys here = new SigningKeys(rows, settings, clock);
        SigningKeys onAnotherNode = new SigningKeys(rows, settings, clock);
        String first = kid(signed(here));
        clock.advance(settings.keyLife().minus(settings.keyNotice()));
        keepGoing();
        clock.advance(Duration.ofMinutes(1));
        // The next key is published, and does not sign yet.
        assertThat(published(onAnotherNode)).hasSize(2).contains(first);
        String inFlight = signed(here);
        assertThat(kid(inFlight)).isEqualTo(first);
        clock.advance(settings.keyNotice());
        keepGoing();
        // Now it signs on every node, and what the old one signed is still good everywhere.
        String next = signed(here);
        assertThat(kid(next)).isNotEqualTo(first);
        assertThat(kid(signed(onAnotherNode))).isEqualTo(kid(next));
        assertThat(decoder(onAnotherNode).decode(inFlight).getSubject()).isEqualTo("somebody");
        assertThat(decoder(here).decode(next).getSubject()).isEqualTo("somebody");
        clock.advance(settings.keyNotice().plusMinutes(2));
        keepGoing();
        clock.advance(Duration.ofMinutes(1));
        assertThat(published(here)).containsExactly(kid(next));
    }

    @Test
    void aProductThatStoodStillForAYearGoesOnWithItsOldKeyUntilTheNextIsKnown() {
        SigningKeys keys = new SigningKeys(rows, settings, clock);
        String old = kid(signed(keys));
        clock.advance(Duration.ofDays(365));
        keepGoing();
        clock.advance(Duration.ofMinutes(1));
        assertThat(kid(signed(keys))).isEqualTo(old);
        assertThat(published(keys)).hasSize(2);
    }

    @Test
    void theFirstKeySignsWhereTheClockIsBehindTheMakersToo() {
        clock.advance(Duration.ofMillis(-5));
        assertThat(kid(signed(new SigningKeys(rows, settings, clock)))).isNotEmpty();
    }

    @Test
    void thePrivateHalfIsSealedInTheDatabase() {
        List<byte[]> sealed =
                database.superuser()
                        .sql("SELECT sealed FROM platform.signature_key")
                        .query((row, n) -> row.getBytes(1))
                        .list();
        assertThat(sealed).hasSize(SigningKeyRows.ALGORITHMS.size());
        assertThat(sealed)
                .allSatisfy(bytes ->
                        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                                .doesNotContain("\"d\"")
                                .doesNotContain("kty"));
    }

    /** As the release before reads, makes and forgets the issuer's keys. */
    @Test
    void theReleaseBeforeKeepsTheIssuersKeysByTheirFormerName() {
        new TransactionTemplate(transactions).executeWithoutResult(work -> byTheirFormerName());
    }

    private void byTheirFormerName() {
        rows.begun(new KeySet("another purpose"), settings.keys());
        assertThat(count("SELECT count(*) FROM platform.signing_key")).isEqualTo(2);
        platform.sql(
                        "INSERT INTO platform.signing_key (kid, algorithm, sealed, active_from, created_at) SELECT 'made-by-it', algorithm, sealed, active_from + interval '1 day', created_at FROM platform.signing_key WHERE algorithm = 'ES256'")
                .update();
        assertThat(rows.begun(SigningKeys.SET, settings.keys()).keys()).hasSize(3);
        platform.sql("DELETE FROM platform.signing_key").update();
        assertThat(count("SELECT count(*) FROM platform.signature_key")).isEqualTo(2);
    }

    private long count(String sql) {
        return platform.sql(sql).query(Long.class).single();
    }

    private void keepGoing() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(work -> rows.keepGoing(SigningKeys.SET, settings.keys()));
    }

    private String signed(SigningKeys keys) {
        var header = JwsHeader.with(SignatureAlgorithm.ES256).build();
        var claims = JwtClaimsSet.builder().subject("somebody").build();
        return new NimbusJwtEncoder(keys.current())
                .encode(JwtEncoderParameters.from(header, claims))
                .getTokenValue();
    }

    private static JwtDecoder decoder(SigningKeys keys) {
        return NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.ES256).build();
    }

    private static String kid(String token) {
        try {
            return com.nimbusds.jwt.SignedJWT.parse(token).getHeader().getKeyID();
        } catch (java.text.ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> published(SigningKeys keys) {
        var all = new JWKSelector(new JWKMatcher.Builder().algorithm(JWSAlgorithm.ES256).build());
        return keys.get(all, null).stream().map(JWK::getKeyID).toList();
    }
}
