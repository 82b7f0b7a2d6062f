package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PlainHttpGuardTests {

    private final MockFilterChain chain = new MockFilterChain();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @ParameterizedTest
    @CsvSource({"192.0.2.7, fr, tunnel", "2001:db8::7, en, tunnel"})
    void anotherMachineOverPlainHttpReadsWhyAndTheTwoWaysOut(
            String from, String language, String word) throws Exception {
        MockHttpServletRequest request = request(from);
        request.addPreferredLocale(Locale.of(language));
        new PlainHttpGuard().doFilter(request, response, chain);
        assertThat(chain.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(426);
        assertThat(response.getContentAsString())
                .contains("lang=\"" + language + "\"", "TLS", "SSH", word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void thisMachinePasses(String from) throws Exception {
        new PlainHttpGuard().doFilter(request(from), response, chain);
        assertThat(chain.getRequest()).isNotNull();
    }

    @Test
    void tlsPasses() throws Exception {
        MockHttpServletRequest request = request("192.0.2.7");
        request.setSecure(true);
        new PlainHttpGuard().doFilter(request, response, chain);
        assertThat(chain.getRequest()).isNotNull();
    }

    private static MockHttpServletRequest request(String from) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/sign-in");
        request.setRemoteAddr(from);
        return request;
    }
}
