package fr.cloisonne.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final Totp RFC =
            new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** The vectors of RFC 6238, appendix B, their last six digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void saysWhatTheStandardSays(long second, String code) {
        assertThat(RFC.code(Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void takesTheStepBesideAndNoneFurtherAway() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        for (int away = -3; away <= 3; away++) {
            String code = RFC.code(Totp.step(now) + away);
            assertThat(RFC.matching(code, now).isPresent())
                    .as("%d steps away", away)
                    .isEqualTo(Math.abs(away) <= 1);
        }
    }

    @Test
    void whatIsNoCodeMatchesNothing() {
        for (String typed : new String[] {"", "5924", "00592４", "abcdef", "0059240"}) {
            assertThat(RFC.matching(typed, Instant.ofEpochSecond(1_234_567_890))).isEmpty();
        }
    }

    @Test
    void aNewSecretHas160BitsAndIsAnotherEachTime() {
        assertThat(Totp.random().secret()).hasSize(20).isNotEqualTo(Totp.random().secret());
        assertThat(RFC.text()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
