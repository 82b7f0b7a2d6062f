package fr.cloisonne.identity.signin;

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
                "/é",
                "/%2e%2e/evil",
                "/%2fevil.example"
            })
    void isNeverAnotherSite(String page) {
        assertThat(Destination.tryParse(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/sign-in?to=%2F",
                "/sign-in/second",
                "/login/oauth2/code/x",
                "/oauth2/authorization/x",
                "/oauth2/link/x",
                "/%6fauth2/link/x",
                "/logout",
                "/activate?t=x",
                "/recovery/x",
                "/address?t=x",
                "/operator/join?t=x",
                "/invitations?t=x",
                "/invitations?a=b&t=x",
                "/invitations?%74=x"
            })
    void isNoDoor(String page) {
        assertThat(Destination.tryParse(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reset?t=x", "/recovery/x", "https://evil.example"})
    void whatCannotBeOneStandsInNoAddressEither(String page) {
        assertThat(Destination.parameter(page)).isEmpty();
    }
}
