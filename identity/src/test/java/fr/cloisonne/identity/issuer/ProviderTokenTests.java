package fr.cloisonne.identity.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.identity.provider.IdentityProvider;
import fr.cloisonne.identity.technical.CreatedClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration's provider is another issuer: what it signs opens nothing here. */
class ProviderTokenTests extends AtIssuer {

    private static final String BACK = "http://localhost:1/login/oauth2/code/demonstration";
    private static final Pattern FORGERY = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir private Path folder;

    @Test
    void aTokenOfTheLocalProviderIsRefused() throws IOException {
        int port = freePort();
        var client =
                new IdentityProvider.Client(
                        "demonstration",
                        "a-secret",
                        URI.create(BACK),
                        URI.create(BACK),
                        URI.create(BACK));
        try (var provider = IdentityProvider.start(port, folder, client, clock)) {
            assertThat(provider).isNotNull();
            Map<String, Object> tokens = tokensOf(IdentityProvider.issuer(port).toString());
            // As FranceConnect's, they are over after a minute.
            assertThat(Long.parseLong(String.valueOf(tokens.get("expires_in")))).isBetween(1L, 60L);
            CreatedClient machine = connection(null);
            for (String kind : new String[] {"access_token", "id_token"}) {
                String foreign = String.valueOf(tokens.get(kind));
                assertThat(caller.bearing("/oauth2/userinfo", foreign).status()).isEqualTo(401);
                assertThat(introspected(machine, foreign).json())
                        .containsExactly(Map.entry("active", false));
            }
        }
    }

    /** Signed in there as one of its people. */
    private static Map<String, Object> tokensOf(String provider) {
        Caller browser = new Caller(provider);
        String query = Caller.encoded(request());
        Caller.Answer asked = browser.get("/authorize?" + query);
        Caller.Answer page =
                browser.get("/interaction?" + URI.create(asked.location()).getRawQuery());
        Matcher forgery = FORGERY.matcher(page.body());
        assertThat(forgery.find()).isTrue();
        Caller.Answer chosen =
                browser.post(
                        "/interaction",
                        Map.of(
                                "_csrf", forgery.group(1),
                                "request", URI.create(asked.location()).getRawQuery(),
                                "login", "claire.martin",
                                "level", "eidas1",
                                "scenario", "NONE"));
        Caller.Answer granted =
                browser.get("/authorize?" + URI.create(chosen.location()).getRawQuery());
        Map<String, String> form = new HashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", Objects.requireNonNull(granted.sentBack("code")));
        form.put("redirect_uri", BACK);
        form.put("client_id", "demonstration");
        form.put("client_secret", "a-secret");
        form.put("code_verifier", ToolSignInTests.VERIFIER);
        return browser.post("/token", form).json();
    }

    private static Map<String, String> request() {
        Map<String, String> request = new HashMap<>();
        request.put("response_type", "code");
        request.put("client_id", "demonstration");
        request.put("redirect_uri", BACK);
        request.put("scope", "openid profile");
        request.put("state", "state");
        request.put("nonce", "a-nonce-of-22-characters-or-more");
        request.put("acr_values", "eidas1");
        request.put("code_challenge", ToolSignInTests.challenge());
        request.put("code_challenge_method", "S256");
        return request;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
