package fr.cloisonne.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticationLevelTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "'', none",
                "'', anything",
                "eidas1, eidas1",
                "eidas1, eidas3",
                "eidas2, eidas2",
                "gold, gold",
                "silver gold, gold",
            })
    void isMetByWhatWasAskedOrAnEidasLevelAbove(String asked, String reached) {
        assertThat(new AuthenticationLevel(asked).isMetBy(reached)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "eidas1, none",
                "eidas2, eidas1",
                "eidas1, eidas0",
                "eidas1, ''",
                "gold, none",
                "gold, silver",
                "gold, eidas3",
                "gold, 'gold silver'",
            })
    void isNotMetByLessOrByAnother(String asked, String reached) {
        assertThat(new AuthenticationLevel(asked).isMetBy(reached)).isFalse();
    }
}
