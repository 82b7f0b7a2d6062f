package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import fr.cloisonne.app.FaultyProvider.Fault;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;

/** A provider that lies, errs or dawdles: nothing is opened, and the sign-in page says why. */
class ProviderFaultsIT {

    private static FaultyProvider provider;
    private static RunningProduct product;
    private HttpClient visitor;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        provider = new FaultyProvider();
        String prefix = "--cloisonne.federation.providers.";
        product =
                RunningProduct.start(
                        prefix + "faulty.issuer=" + provider.issuer(),
                        prefix + "faulty.client-id=" + FaultyProvider.CLIENT,
                        prefix + "faulty.client-secret=" + FaultyProvider.SECRET,
                        prefix + "faulty.label=Fautif",
                        prefix + "faulty.acr-values=eidas2",
                        prefix + "gone.issuer=http://127.0.0.1:1",
                        prefix + "gone.client-id=x",
                        prefix + "gone.client-secret=x",
                        prefix + "gone.label=Absent",
                        // Another name of the same server: its metadata are of another issuer.
                        prefix
                                + "other.issuer="
                                + provider.issuer().replace("127.0.0.1", "localhost"),
                        prefix + "other.client-id=x",
                        prefix + "other.client-secret=x",
                        prefix + "other.label=Autre");
    }

    @AfterAll
    static void stop() throws IOException {
        product.close();
        provider.close();
    }

    @BeforeEach
    void someoneNew() {
        visitor =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                        .build();
    }

    @ParameterizedTest
    @EnumSource
    void eachFaultEndsOnTheSignInPage(Fault fault) throws Exception {
        Map<String, String> asked = starts();
        provider.answers(fault, asked.getOrDefault("nonce", ""));
        String next = location(answer("code=c&state=" + asked.get("state") + issuer()));
        if (fault == Fault.NONE) {
            assertThat(next).startsWith("/sign-in?link=");
        } else {
            assertThat(next).isEqualTo("/sign-in?error=" + fault.code());
        }
        assertThat(location(visitor, "/c/cabinet-alpes/900000019")).endsWith("/sign-in");
    }

    @Test
    void theRequestIsWhatFranceConnectAsksFor() throws Exception {
        Map<String, String> asked = starts();
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", FaultyProvider.CLIENT)
                .containsEntry("acr_values", "eidas2")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", product.url("/login/oauth2/code/faulty"));
        assertThat(asked.get("state")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(asked.getOrDefault("nonce", "")).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void anAnswerServesOnceAndOnlyInItsOwnBrowser() throws Exception {
        Map<String, String> asked = starts();
        provider.answers(Fault.NONE, asked.getOrDefault("nonce", ""));
        String answer = "code=c&state=" + asked.get("state") + issuer();
        HttpClient mine = visitor;
        someoneNew();
        assertThat(location(answer(answer))).isEqualTo("/sign-in?error=state-mismatch");
        visitor = mine;
        assertThat(location(answer(answer))).startsWith("/sign-in?link=");
        assertThat(location(answer(answer))).isEqualTo("/sign-in?error=state-mismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&iss=https://autre.example"})
    void anAnswerWithoutItsIssuerOrOfAnotherGoesNoFurther(String issuer) throws Exception {
        Map<String, String> asked = starts();
        provider.answers(Fault.NONE, asked.getOrDefault("nonce", ""));
        assertThat(location(answer("code=c&state=" + asked.get("state") + issuer)))
                .isEqualTo("/sign-in?error=token-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "other"})
    void aProviderThatIsDownOrAnotherIsToldAndStopsNothingElse(String id) throws Exception {
        assertThat(location(visitor, "/oauth2/authorization/" + id))
                .isEqualTo("/sign-in?error=provider-unavailable");
        assertThat(get(visitor, "/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void aRefusalByThePersonIsNotAFault() throws Exception {
        Map<String, String> asked = starts();
        assertThat(location(answer("error=access_denied&state=" + asked.get("state") + issuer())))
                .isEqualTo("/sign-in?error=denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "logout_token=", "logout_token=eyJhbGciOiJub25lIn0.e30."})
    void whatIsNoLogoutTokenEndsNothing(String form) throws Exception {
        var answer =
                visitor.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                product.url("/logout/connect/back-channel/faulty")))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    private Map<String, String> starts() throws IOException, InterruptedException {
        String address = location(visitor, "/oauth2/authorization/faulty");
        assertThat(address).startsWith(provider.issuer() + "/authorize?");
        return UriComponentsBuilder.fromUriString(
                        URLDecoder.decode(address, StandardCharsets.UTF_8))
                .build()
                .getQueryParams()
                .toSingleValueMap();
    }

    private static String issuer() {
        return "&iss=" + provider.issuer();
    }

    private HttpResponse<String> answer(String query) throws IOException, InterruptedException {
        return get(visitor, "/login/oauth2/code/faulty?" + query);
    }

    private static String location(HttpClient visitor, String path)
            throws IOException, InterruptedException {
        return location(get(visitor, path));
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        String target = answer.headers().firstValue("Location").orElseThrow();
        return target.startsWith(product.url(""))
                ? target.substring(product.url("").length())
                : target;
    }

    private static HttpResponse<String> get(HttpClient visitor, String path)
            throws IOException, InterruptedException {
        return visitor.send(
                HttpRequest.newBuilder(URI.create(product.url(path)))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
