package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import fr.cloisonne.app.FaultyProvider.Fault;
import fr.cloisonne.app.FaultyProvider.LogoutFault;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private static FaultyProvider rival;
    private static FaultyProvider keyed;
    private static FaultyProvider turning;
    private static FaultyProvider late;
    private static FaultyProvider mute;
    private static RunningProduct product;
    private HttpClient visitor;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        provider = new FaultyProvider();
        rival = new FaultyProvider();
        keyed = new FaultyProvider();
        turning = new FaultyProvider();
        late = new FaultyProvider();
        mute = new FaultyProvider();
        product =
                RunningProduct.start(
                        Stream.of(
                                        Stream.of("--cloisonne.demonstration=true"),
                                        settings("faulty", provider.issuer()),
                                        settings("rival", rival.issuer()),
                                        settings("keyed", keyed.issuer()),
                                        settings("turning", turning.issuer()),
                                        settings("late", late.issuer()),
                                        settings("mute", mute.issuer()),
                                        settings("gone", "http://127.0.0.1:1"),
                                        // Another name of the same server: its metadata are of
                                        // another issuer.
                                        settings(
                                                "other",
                                                provider.issuer()
                                                        .replace("127.0.0.1", "localhost")))
                                .flatMap(Function.identity())
                                .toArray(String[]::new));
    }

    private static Stream<String> settings(String id, String issuer) {
        return Stream.of(
                        "issuer=" + issuer,
                        "client-id=" + FaultyProvider.CLIENT,
                        id.equals("keyed")
                                ? "client-authentication=private_key"
                                : "client-secret=" + FaultyProvider.SECRET,
                        "label=" + id,
                        "acr-values=eidas2")
                .map(setting -> "--cloisonne.federation.providers." + id + "." + setting);
    }

    @AfterAll
    static void stop() throws IOException {
        product.close();
        provider.close();
        rival.close();
        keyed.close();
        turning.close();
        late.close();
        mute.close();
    }

    @BeforeEach
    void someoneNew() {
        provider.asserts(FaultyProvider.SOMEBODY);
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
            // A page that says so, not a way back to where the fault came from.
            assertThat(get(visitor, next).statusCode()).isEqualTo(200);
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

    @Test
    void aKeyProvesTheProductAndNoneOfAnotherUseDoes() throws Exception {
        keyed.readsKeysAt(product.url("/oauth2/client-keys"));
        assertThat(signsInAt("keyed", keyed)).startsWith("/sign-in?link=");
        // The token issuer's keys are published too, and sign for nobody but the issuer.
        keyed.readsKeysAt(product.url("/oauth2/jwks"));
        assertThat(signsInAt("keyed", keyed)).isEqualTo("/sign-in?error=client-refused");
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
    @ValueSource(strings = {"", "&iss=https://autre.example"})
    void anErrorWithoutItsIssuerOrOfAnotherGoesNoFurther(String issuer) throws Exception {
        Map<String, String> asked = starts();
        assertThat(location(answer("error=access_denied&state=" + asked.get("state") + issuer)))
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
    void aProviderThatSendsPeopleOnToAnotherIsNotSentTheOthersCode() throws Exception {
        Caller person = new Caller(product);
        Map<String, String> asked = person.isAsked("/oauth2/authorization/rival");
        provider.answers(Fault.NONE, asked.getOrDefault("nonce", ""));
        assertThat(
                        person.follows(
                                "/login/oauth2/code/faulty?code=c&state="
                                        + asked.get("state")
                                        + issuer()))
                .isEqualTo("/sign-in?error=token-invalid");
        assertThat(rival.tokenRequests()).isZero();
    }

    @Test
    void aStolenCodeServesNobodyElse() throws Exception {
        Caller victim = new Caller(product);
        String challenge = victim.isAsked("/oauth2/authorization/faulty").get("code_challenge");
        Caller thief = new Caller(product);
        Map<String, String> asked = thief.isAsked("/oauth2/authorization/faulty");
        provider.answers(Fault.NONE, asked.getOrDefault("nonce", ""));
        provider.codeIsFor(challenge);
        try {
            assertThat(thief.follows(answerTo(asked))).isEqualTo("/sign-in?error=token-invalid");
        } finally {
            provider.codeIsFor(null);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "/%09/evil"})
    void noParameterLeadsToAnotherSite(String target) throws Exception {
        String to = "?to=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
        Caller person = new Caller(product);
        Map<String, String> asked = person.isAsked("/oauth2/authorization/faulty" + to);
        provider.answers(Fault.NONE, asked.getOrDefault("nonce", ""));
        assertThat(person.follows(answerTo(asked))).startsWith("/sign-in?link=");
        assertThat(new Caller(product).get("/sign-in" + to).statusCode()).isEqualTo(200);
    }

    @Test
    void aSlowProviderIsToldWithinTenSeconds() throws Exception {
        Caller person = new Caller(product);
        Map<String, String> asked = person.isAsked("/oauth2/authorization/faulty");
        provider.answers(Fault.USERINFO_DRIP, asked.getOrDefault("nonce", ""));
        long begun = System.nanoTime();
        assertThat(person.follows(answerTo(asked)))
                .isEqualTo("/sign-in?error=provider-unavailable");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void whatIsPublishedALetterAtATimeIsToldAsTheProvidersFailure() throws Exception {
        late.drips(true);
        assertThat(new Caller(product).follows("/oauth2/authorization/late"))
                .isEqualTo("/sign-in?error=provider-unavailable");
        late.drips(false);
        Caller person = new Caller(product);
        String answer = answerOf("mute", mute, person);
        mute.drips(true);
        assertThat(person.follows(answer)).isEqualTo("/sign-in?error=provider-unavailable");
        mute.drips(false);
    }

    @Test
    void keysAreAskedForOnceForManySignInsAndAgainBeforeATokenIsRefused() throws Exception {
        for (int n = 0; n < 3; n++) {
            assertThat(signsInAt("turning", turning)).startsWith("/sign-in?link=");
        }
        assertThat(turning.keyRequests()).isEqualTo(1);
        // Another key under the old name.
        turning.changesItsKey("k");
        assertThat(signsInAt("turning", turning)).startsWith("/sign-in?link=");
        assertThat(turning.keyRequests()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void eachFaultOfALogoutTokenEndsNothing(LogoutFault fault) throws Exception {
        Caller person = inside(Map.of("sub", "leaving", "sid", "there"));
        assertThat(overThere(provider.logoutToken("there", fault))).isEqualTo(400);
        assertThat(person.get("/account/identities").statusCode()).isEqualTo(200);
    }

    @Test
    void aLogoutTokenServesOnce() throws Exception {
        Map<String, Object> leaving = Map.of("sub", "leaving", "sid", "soon-gone");
        Caller person = inside(leaving);
        String token = provider.logoutToken("soon-gone");
        assertThat(overThere(token)).isEqualTo(200);
        assertThat(person.follows("/account/identities")).endsWith("/sign-in");
        Caller again = inside(leaving);
        assertThat(overThere(token)).isEqualTo(400);
        assertThat(again.get("/account/identities").statusCode()).isEqualTo(200);
    }

    @Test
    void aSignInOfLongAgoOrOfAnUnknownTimeIsNoFreshProofAndOneOfNowIs() throws Exception {
        String link = "/oauth2/link/rival";
        long now = Instant.now().getEpochSecond();
        Map<String, Object> known = Map.of("sub", "leaving");
        inside(known);
        assertThat(inside(known).follows(link)).isEqualTo("/account/identities?outcome=proof");
        assertThat(inside(Map.of("sub", "leaving", "auth_time", now - 86_400)).follows(link))
                .isEqualTo("/account/identities?outcome=proof");
        assertThat(inside(Map.of("sub", "leaving", "auth_time", now)).follows(link))
                .startsWith("/oauth2/authorization/rival");
    }

    /** Somebody whom the provider has let in, to an account that is theirs. */
    private static Caller inside(Map<String, Object> claims) throws Exception {
        provider.asserts(claims);
        Caller person = new Caller(product);
        String next = person.follows(answerOf("faulty", provider, person));
        if (next.startsWith("/sign-in?link=")) {
            next = person.signsIn(InBrowser.PAUL, next.substring("/sign-in".length()));
        }
        assertThat(next).isEqualTo("/");
        return person;
    }

    private static int overThere(String token) throws Exception {
        return new Caller(product)
                .post("/logout/connect/back-channel/faulty", Map.of("logout_token", token))
                .statusCode();
    }

    private static String signsInAt(String id, FaultyProvider there) throws Exception {
        Caller person = new Caller(product);
        return person.follows(answerOf(id, there, person));
    }

    private static String answerOf(String id, FaultyProvider there, Caller person)
            throws Exception {
        Map<String, String> asked = person.isAsked("/oauth2/authorization/" + id);
        there.answers(Fault.NONE, asked.getOrDefault("nonce", ""));
        return "/login/oauth2/code/%s?code=c&state=%s&iss=%s"
                .formatted(id, asked.get("state"), there.issuer());
    }

    @Test
    void fiftyStuckSignInsDoNotTakeTheServer() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            rival.answers(Fault.TOKEN_SLOW, "");
            List<Future<String>> stuck =
                    IntStream.range(0, 50)
                            .mapToObj(n -> people.submit(ProviderFaultsIT::signsInAtTheRival))
                            .toList();
            Caller local = new Caller(product);
            assertThat(local.get("/sign-in").statusCode()).isEqualTo(200);
            assertThat(local.signsIn("personne@cabinet.example", ""))
                    .isEqualTo("/sign-in?error=bad-credentials");
            for (Future<String> one : stuck) {
                assertThat(one.get()).isEqualTo("/sign-in?error=provider-unavailable");
            }
            assertThat(rival.mostAtOnce()).isLessThanOrEqualTo(16);
        } finally {
            rival.answers(Fault.NONE, "");
        }
    }

    private static String signsInAtTheRival() throws Exception {
        Caller person = new Caller(product);
        String next = person.follows("/oauth2/authorization/rival");
        if (next.startsWith("/sign-in")) {
            return next;
        }
        String state =
                UriComponentsBuilder.fromUriString(URLDecoder.decode(next, StandardCharsets.UTF_8))
                        .build()
                        .getQueryParams()
                        .getFirst("state");
        return person.follows(
                "/login/oauth2/code/rival?code=c&state=" + state + "&iss=" + rival.issuer());
    }

    private static String answerTo(Map<String, String> asked) {
        return "/login/oauth2/code/faulty?code=c&state=" + asked.get("state") + issuer();
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
