package fr.cloisonne.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInThrottleTests {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.1";

    private final SettableClock clock = new SettableClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void guessesOverManyAccountsFromOnePlaceAreBounded() {
        throttle.succeeded("at home here", HERE);
        guesses(59, HERE);
        assertThat(throttle.mustWait("another", HERE)).isFalse();
        guesses(60, HERE);
        assertThat(throttle.mustWait("another", HERE)).isTrue();
        assertThat(throttle.mustWait("another", ELSEWHERE)).isFalse();
        // Whoever has signed in from there before pays nothing for it.
        assertThat(throttle.mustWait("at home here", HERE)).isFalse();
        clock.advance(Duration.ofSeconds(2));
        assertThat(throttle.mustWait("another", HERE)).isFalse();
        guesses(61, HERE);
        assertThat(throttle.mustWait("another", HERE)).isTrue();
    }

    @Test
    void allAddressesOfOneConnectionAreOnePlace() {
        for (int i = 0; i < 60; i++) {
            throttle.failed("account " + i, "2001:db8:0:1::" + Integer.toHexString(i + 1));
        }
        assertThat(throttle.mustWait("another", "2001:db8:0:1:ffff::1")).isTrue();
        assertThat(throttle.mustWait("another", "2001:db8:0:2::1")).isFalse();
    }

    @Test
    void guessesAtOneAccountFromAllAddressesOfOneConnectionAreCountedTogether() {
        for (int i = 0; i < 4; i++) {
            throttle.failed("victim", "2001:db8:0:1::" + Integer.toHexString(i + 1));
        }
        assertThat(throttle.mustWait("victim", "2001:db8:0:1:ffff::1")).isTrue();
        assertThat(throttle.mustWait("victim", "2001:db8:0:2::1")).isFalse();
    }

    @Test
    void guessesAtOneAccountWaitLongerEachTimeAndNobodyElseDoes() {
        for (int i = 0; i < 4; i++) {
            throttle.failed("victim", HERE);
        }
        assertThat(throttle.mustWait("victim", HERE)).isTrue();
        assertThat(throttle.mustWait("victim", ELSEWHERE)).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(throttle.mustWait("victim", HERE)).isFalse();
        for (int i = 0; i < 20; i++) {
            throttle.failed("victim", HERE);
        }
        clock.advance(Duration.ofSeconds(59));
        assertThat(throttle.mustWait("victim", HERE)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(throttle.mustWait("victim", HERE)).isFalse();
    }

    @Test
    void aTryThatIsBegunCountsUntilItHasPassed() {
        for (int i = 0; i < 4; i++) {
            assertThat(throttle.begin("somebody", HERE)).isTrue();
        }
        assertThat(throttle.begin("somebody", HERE)).isFalse();
        throttle.passed("somebody", HERE);
        assertThat(throttle.begin("somebody", HERE)).isTrue();
    }

    @Test
    void whoSucceedsTakesNoPlaceFromTheirNeighbours() {
        for (int i = 0; i < 200; i++) {
            assertThat(throttle.begin("colleague " + i, HERE)).isTrue();
            throttle.passed("colleague " + i, HERE);
        }
        assertThat(throttle.mustWait("newcomer", HERE)).isFalse();
    }

    @Test
    void wrongCodesOfManyAccountsShutNobodyOut() {
        for (int i = 0; i < 100; i++) {
            throttle.failed("totp " + i, "");
        }
        assertThat(throttle.mustWait("totp of a colleague", "")).isFalse();
    }

    /** Failures over accounts of their own, until so many were tried. */
    private void guesses(int upTo, String place) {
        for (int i = tried; i < upTo; i++) {
            throttle.failed("account " + i, place);
        }
        tried = upTo;
    }

    private int tried;
}
