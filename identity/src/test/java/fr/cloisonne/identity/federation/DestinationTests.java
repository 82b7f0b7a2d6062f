package fr.cloisonne.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/c/cabinet-alpes/900000019/deposit", "/f/x/providers?a=b&c=%C3%A9"})
    void isAPageOfOurs(String page) {
        assertThat(Destination.tryParse(page)).contains(new Destination(page));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c/x",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/\t/evil.example",
                "/ /evil.example",
                "/\n//evil.example",
                "https://evil.example",
                "https:/evil.example",
                "javascript:alert(1)",
                "/../evil",
                "/a/..//evil.example",
                "/é"
            })
    void isNeverAnotherSite(String page) {
        assertThat(Destination.tryParse(page)).isEmpty();
    }
}
