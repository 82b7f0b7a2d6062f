package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Forms of sign-in that another site sends. */
class SameOriginSignInTests {

    private static final URI HERE = URI.create("https://cloisonne.example");

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/%73ign-in", "/sign-in/passkey", "/sign%2Din/second"})
    void anotherSitesFormIsRefusedHoweverItsAddressIsWritten(String path) throws Exception {
        assertThat(passes("POST", path, "cross-site", null)).isFalse();
        assertThat(passes("POST", path, null, "https://elsewhere.example")).isFalse();
        assertThat(passes("POST", path, "same-origin", null)).isTrue();
        assertThat(passes("POST", path, null, HERE.toString())).isTrue();
    }

    @Test
    void anythingElseIsNoneOfItsBusiness() throws Exception {
        assertThat(passes("GET", "/sign-in", "cross-site", null)).isTrue();
        assertThat(passes("POST", "/portfolio", "cross-site", null)).isTrue();
    }

    private static boolean passes(
            String method, String path, @Nullable String site, @Nullable String origin)
            throws Exception {
        var request = new MockHttpServletRequest(method, path);
        if (site != null) {
            request.addHeader("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        var chain = new MockFilterChain();
        new SameOriginSignIn(HERE).doFilter(request, new MockHttpServletResponse(), chain);
        return chain.getRequest() != null;
    }
}
