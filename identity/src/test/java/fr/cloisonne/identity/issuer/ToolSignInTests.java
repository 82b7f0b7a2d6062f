package fr.cloisonne.identity.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.signin.SessionEnd;
import fr.cloisonne.identity.signin.SessionEnding;
import fr.cloisonne.identity.technical.CreatedClient;
import fr.cloisonne.identity.technical.NewTool;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** People's sign-in to a tool of their firm, good and bad. */
class ToolSignInTests extends AtIssuer {

    private static final String BACK = "https://tool.example/back";
    private static final String OUT = "https://tool.example/out";
    static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters-in-all";

    @Autowired private SessionEnding ending;
    @Autowired private GivenConsents consents;

    private CreatedClient tool;
    private String email;

    @BeforeEach
    void aTool() {
        tool = tool(true);
        email = accounts.card(administrator).email();
    }

    @Test
    void aPersonSignsInAgreesAndTheToolLearnsWhatTheyAgreedTo() throws ParseException {
        Caller.Answer asked = caller.get(authorize(Map.of()));
        assertThat(asked.location()).endsWith("/sign-in");
        Caller.Answer back = signsIn(email);
        Caller.Answer consent = caller.get(back.location());
        assertThat(consent.location()).contains("/oauth2/consent?");
        Caller.Answer granted = agrees(consent);
        assertThat(granted.location()).startsWith(BACK);
        assertThat(granted.sentBack("state")).isEqualTo("s t/a+te");
        assertThat(granted.sentBack("iss")).isEqualTo(issuer);

        Caller.Answer tokens = exchanged(tool, code(granted), VERIFIER);
        assertThat(tokens.status()).isEqualTo(200);
        Jwt id = decoded(tokens.text("id_token"));
        assertThat(Objects.requireNonNull(id.getIssuer())).hasToString(issuer);
        assertThat(id.getAudience()).containsExactly(tool.clientId());
        assertThat(id.getClaimAsString("nonce")).isEqualTo("n-once");
        assertThat(id.getClaimAsString("acr")).isEqualTo("1fa");
        assertThat(id.getClaimAsStringList("amr")).containsExactly("pwd");
        assertThat(id.getClaimAsInstant("auth_time")).isNotNull();
        assertThat(id.getSubject()).doesNotContain(administrator.toString());

        Map<String, Object> told =
                caller.bearing("/oauth2/userinfo", tokens.text("access_token")).json();
        assertThat(told)
                .containsEntry("sub", id.getSubject())
                .containsEntry("email", email)
                .containsEntry("given_name", "Élodie");
        // Now that they have agreed, they are not asked again; a second tool knows another subject.
        assertThat(caller.get(authorize(Map.of())).sentBack("code")).isNotNull();
        tool = tool(true);
        Caller.Answer other = exchanged(tool, code(entered()), VERIFIER);
        assertThat(decoded(other.text("id_token")).getSubject()).isNotEqualTo(id.getSubject());
    }

    @Test
    void whoDisagreesIsSentBackWithoutAnything() {
        Caller.Answer consent = asksSignedIn(Map.of());
        Caller.Answer denied =
                caller.post(
                        "/oauth2/authorize",
                        Map.of(
                                "client_id", tool.clientId(),
                                "state", Objects.requireNonNull(consent.sentBack("state"))));
        assertThat(denied.sentBack("error")).isEqualTo("access_denied");
        assertThat(denied.sentBack("iss")).isEqualTo(issuer);
    }

    @Test
    void aRedirectAddressThatIsNotRegisteredIsNeverFollowed() {
        for (String wrong :
                List.of(
                        BACK + "/more",
                        BACK + "?a=b",
                        BACK + "#f",
                        "https://tool.example.evil/back",
                        "http://127.0.0.1:9/back",
                        "")) {
            Caller.Answer refused = caller.get(authorize(Map.of("redirect_uri", wrong)));
            assertThat(refused.location()).as(wrong).endsWith("/oauth2/refused");
        }
        assertThat(caller.get(authorize(Map.of("client_id", "unknown"))).location())
                .endsWith("/oauth2/refused");
    }

    @Test
    void aLoopbackAddressIsComparedWithItsPort() {
        CreatedClient local =
                connections.register(
                        administrator,
                        firm,
                        new NewTool("Local", List.of("http://127.0.0.1:7777/b"), List.of(), true));
        Caller.Answer refused =
                caller.get(
                        authorize(
                                Map.of(
                                        "client_id",
                                        local.clientId(),
                                        "redirect_uri",
                                        "http://127.0.0.1:7778/b")));
        assertThat(refused.location()).endsWith("/oauth2/refused");
    }

    @Test
    void theProofKeyIsAskedOfEverybodyAndNotInPlain() {
        assertThat(caller.get(authorize(Map.of("code_challenge", ""))).sentBack("error"))
                .isEqualTo("invalid_request");
        assertThat(
                        caller.get(authorize(Map.of("code_challenge_method", "plain")))
                                .sentBack("error"))
                .isEqualTo("invalid_request");
        String code = code(entered());
        assertThat(
                        exchanged(
                                        tool,
                                        code,
                                        "another-verifier-of-more-than-forty-three-characters")
                                .text("error"))
                .isEqualTo("invalid_grant");
        assertThat(exchanged(tool, code, null).text("error")).isEqualTo("invalid_grant");
        assertThat(exchanged(tool, code, VERIFIER).status()).isEqualTo(200);
    }

    @Test
    void aCodeThatIsReplayedEndsTheTokensThatCameOfIt() {
        String code = code(entered());
        Caller.Answer first = exchanged(tool, code, VERIFIER);
        assertThat(exchanged(tool, code, VERIFIER).text("error")).isEqualTo("invalid_grant");
        assertThat(userInfo(first)).isEqualTo(401);
        assertThat(refreshed(tool, first).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void ofTwoThatBringOneCodeAtATimeOneIsRefused() throws Exception {
        String code = code(entered());
        List<Callable<Integer>> both = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            both.add(() -> exchanged(tool, code, VERIFIER).status());
        }
        int granted = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(both)) {
                granted += answer.get() == 200 ? 1 : 0;
            }
        }
        assertThat(granted).isLessThanOrEqualTo(1);
    }

    @Test
    void aStolenCodeIsOfNoUseToAnotherTool() {
        String code = code(entered());
        CreatedClient thief = tool(true);
        assertThat(exchanged(thief, code, VERIFIER).text("error")).isEqualTo("invalid_grant");
        // It is burnt for its owner too: somebody else has seen it.
        assertThat(exchanged(tool, code, VERIFIER).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeIsOverAfterAMinute() {
        String code = code(entered());
        long life =
                database.superuser()
                        .sql(
                                "SELECT extract(epoch FROM expires_at - issued_at)::bigint FROM platform.issued_token WHERE hash = ?")
                        .param(TokenHash.of(code))
                        .query(Long.class)
                        .single();
        assertThat(life).isEqualTo(60);
        database.superuser()
                .sql(
                        "UPDATE platform.issued_token SET issued_at = issued_at - interval '2 minutes', expires_at = expires_at - interval '2 minutes' WHERE hash = ?")
                .param(TokenHash.of(code))
                .update();
        assertThat(exchanged(tool, code, VERIFIER).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void refreshTokensRotateAndReuseEndsTheFamily() {
        Caller.Answer first = exchanged(tool, code(entered()), VERIFIER);
        Caller.Answer second = refreshed(tool, first);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
        assertThat(userInfo(first)).isEqualTo(401);
        assertThat(userInfo(second)).isEqualTo(200);
        Caller.Answer third = refreshed(tool, second);
        assertThat(third.status()).isEqualTo(200);
        // The first one again: a thief has it, or its owner has been robbed.
        assertThat(refreshed(tool, first).text("error")).isEqualTo("invalid_grant");
        assertThat(userInfo(third)).isEqualTo(401);
        assertThat(refreshed(tool, third).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void aRefreshTokenIsOfNoUseToAnotherTool() {
        Caller.Answer first = exchanged(tool, code(entered()), VERIFIER);
        assertThat(refreshed(tool(true), first).text("error")).isEqualTo("invalid_grant");
        assertThat(refreshed(tool, first).status()).isEqualTo(200);
    }

    @Test
    void signedOutIsToldWithoutAPageWhenNoPageIsWanted() {
        Caller.Answer silent = caller.get(authorize(Map.of("prompt", "none")));
        assertThat(silent.location()).startsWith(BACK);
        assertThat(silent.sentBack("error")).isEqualTo("login_required");
        assertThat(silent.sentBack("iss")).isEqualTo(issuer);
        signsIn(email);
        assertThat(caller.get(authorize(Map.of("prompt", "none"))).sentBack("error"))
                .isEqualTo("consent_required");
    }

    @Test
    void aNewSignInIsAskedWhereTheToolWantsOne() {
        entered();
        Map<String, String> again = Map.of("prompt", "login");
        assertThat(caller.get(authorize(again)).location()).endsWith("/sign-in");
        // Coming back without having signed in does not do.
        assertThat(caller.get(authorize(again)).location()).endsWith("/sign-in");
        Caller.Answer back = signsIn(email);
        assertThat(caller.get(back.location()).sentBack("code")).isNotNull();
        // One sign-in answers one request.
        assertThat(caller.get(authorize(again)).location()).endsWith("/sign-in");
    }

    @Test
    void aSignInThatIsTooOldIsAskedForAgain() {
        entered();
        Map<String, String> young = Map.of("max_age", "0");
        assertThat(caller.get(authorize(Map.of("max_age", "600"))).sentBack("code")).isNotNull();
        assertThat(caller.get(authorize(Map.of("max_age", "-1"))).sentBack("error"))
                .isEqualTo("invalid_request");
        assertThat(
                        caller.get(authorize(Map.of("max_age", "0", "prompt", "none")))
                                .sentBack("error"))
                .isEqualTo("login_required");
        assertThat(caller.get(authorize(young)).location()).endsWith("/sign-in");
        Caller.Answer back = signsIn(email);
        assertThat(caller.get(back.location()).sentBack("code")).isNotNull();
    }

    @Test
    void aPushedRequestIsUsedOnceAndItsRulesHold() {
        entered();
        Map<String, String> pushed = new HashMap<>(request(Map.of("prompt", "login")));
        Caller.Answer answer = caller.post("/oauth2/par", tool.clientId(), secret(tool), pushed);
        assertThat(answer.status()).isEqualTo(201);
        String use =
                "/oauth2/authorize?"
                        + Caller.encoded(
                                Map.of(
                                        "client_id", tool.clientId(),
                                        "request_uri", answer.text("request_uri")));
        assertThat(caller.get(use).location()).endsWith("/sign-in");
        Caller.Answer back = signsIn(email);
        assertThat(caller.get(back.location()).sentBack("code")).isNotNull();
        assertThat(caller.get(use).location()).endsWith("/oauth2/refused");
        pushed.put("redirect_uri", "https://other.example/");
        assertThat(caller.post("/oauth2/par", tool.clientId(), secret(tool), pushed).status())
                .isEqualTo(400);
    }

    @Test
    void theEndOfTheSessionEndsTheTokens() {
        Caller.Answer tokens = exchanged(tool, code(entered()), VERIFIER);
        assertThat(userInfo(tokens)).isEqualTo(200);
        ending.endAll(administrator, SessionEnd.REVOKED);
        assertThat(userInfo(tokens)).isEqualTo(401);
        assertThat(refreshed(tool, tokens).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void aConsentIsSeenAndTakenBackWhichEndsTheTokensAtOnce() {
        Caller.Answer tokens = exchanged(tool, code(entered()), VERIFIER);
        UserAccountId stranger = strangerOf();
        assertThat(consents.of(stranger)).isEmpty();
        GivenConsent given = consents.of(administrator).getFirst();
        assertThat(given.name()).isEqualTo("Outil de paie");
        assertThat(given.scopes()).containsExactlyInAnyOrder("openid", "profile", "email");
        consents.withdraw(stranger, given.tool());
        assertThat(userInfo(tokens)).isEqualTo(200);
        consents.withdraw(administrator, given.tool());
        assertThat(consents.of(administrator)).isEmpty();
        assertThat(userInfo(tokens)).isEqualTo(401);
        assertThat(refreshed(tool, tokens).text("error")).isEqualTo("invalid_grant");
        assertThat(caller.get(authorize(Map.of())).location()).contains("/oauth2/consent?");
    }

    @Test
    void whoLeavesTheFirmLosesTheTokens() {
        Caller.Answer tokens = exchanged(tool, code(entered()), VERIFIER);
        database.superuser()
                .sql("UPDATE platform.firm_member SET suspended_at = ? WHERE user_id = ?")
                .params(Timestamp.from(clock.instant()), administrator.value())
                .update();
        assertThat(userInfo(tokens)).isEqualTo(401);
        assertThat(caller.get(authorize(Map.of())).sentBack("error")).isEqualTo("access_denied");
    }

    @Test
    void aPersonOfAnotherFirmDoesNotEnter() {
        UserAccountId stranger = strangerOf();
        Caller.Answer asked = caller.get(authorize(Map.of()));
        assertThat(asked.location()).endsWith("/sign-in");
        Caller.Answer back = signsIn(accounts.card(stranger).email());
        assertThat(caller.get(back.location()).sentBack("error")).isEqualTo("access_denied");
    }

    @Test
    void theToolSignsThePersonOutHereAndTheyComeBackToARegisteredAddressAlone() {
        Caller.Answer tokens = exchanged(tool, code(entered()), VERIFIER);
        Map<String, String> out =
                Map.of(
                        "id_token_hint",
                        tokens.text("id_token"),
                        "post_logout_redirect_uri",
                        OUT,
                        "state",
                        "x");
        Map<String, String> elsewhere = new HashMap<>(out);
        elsewhere.put("post_logout_redirect_uri", OUT + "/more");
        assertThat(caller.get("/oauth2/logout?" + Caller.encoded(elsewhere)).status())
                .isEqualTo(400);
        assertThat(userInfo(tokens)).isEqualTo(200);
        Caller.Answer gone = caller.get("/oauth2/logout?" + Caller.encoded(out));
        assertThat(gone.location()).isEqualTo(OUT + "?state=x");
        assertThat(userInfo(tokens)).isEqualTo(401);
        assertThat(caller.get(authorize(Map.of())).location()).endsWith("/sign-in");
    }

    @Test
    void aToolWithoutSecretHasItsProofKeyAndNoLastingToken() {
        tool = tool(false);
        Caller.Answer tokens =
                caller.post(
                        "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code(entered()),
                                "redirect_uri",
                                BACK,
                                "client_id",
                                tool.clientId(),
                                "code_verifier",
                                VERIFIER));
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.json()).doesNotContainKey("refresh_token");
    }

    @Test
    void discoverySaysWhatIsOffered() {
        assertThat(caller.get("/.well-known/openid-configuration").json())
                .containsEntry("issuer", issuer)
                .containsEntry("subject_types_supported", List.of("pairwise"))
                .containsEntry("code_challenge_methods_supported", List.of("S256"))
                .containsEntry("end_session_endpoint", issuer + "/oauth2/logout")
                .containsEntry("userinfo_endpoint", issuer + "/oauth2/userinfo");
    }

    private CreatedClient tool(boolean keepsSecrets) {
        return connections.register(
                administrator,
                firm,
                new NewTool("Outil de paie", List.of(BACK), List.of(OUT), keepsSecrets));
    }

    private UserAccountId strangerOf() {
        return PersonFixture.colleague(
                accounts,
                firms.byShortName(fr.cloisonne.tenancy.CompanyFixture.openFirm(firms))
                        .orElseThrow()
                        .id());
    }

    private Map<String, String> request(Map<String, String> changes) {
        Map<String, String> request = new HashMap<>();
        request.put("response_type", "code");
        request.put("client_id", tool.clientId());
        request.put("redirect_uri", BACK);
        request.put("scope", "openid profile email");
        request.put("state", "s t/a+te");
        request.put("nonce", "n-once");
        request.put("code_challenge", challenge());
        request.put("code_challenge_method", "S256");
        request.putAll(changes);
        request.values().removeIf(String::isEmpty);
        return request;
    }

    private String authorize(Map<String, String> changes) {
        return "/oauth2/authorize?" + Caller.encoded(request(changes));
    }

    private Caller.Answer signsIn(String as) {
        return caller.post("/sign-in", Map.of("username", as, "password", PersonFixture.PASSWORD));
    }

    private Caller.Answer asksSignedIn(Map<String, String> changes) {
        signsIn(email);
        return caller.get(authorize(changes));
    }

    private Caller.Answer agrees(Caller.Answer consent) {
        Map<String, String> form =
                Map.of(
                        "client_id", tool.clientId(),
                        "state", Objects.requireNonNull(consent.sentBack("state")));
        return caller.post(
                "/oauth2/authorize",
                Caller.encoded(form) + "&scope=openid&scope=profile&scope=email");
    }

    /** Signed in, agreed: the answer with the code. */
    private Caller.Answer entered() {
        return agrees(asksSignedIn(Map.of()));
    }

    private static String code(Caller.Answer granted) {
        return Objects.requireNonNull(granted.sentBack("code"));
    }

    private Caller.Answer exchanged(CreatedClient by, String code, @Nullable String verifier) {
        Map<String, String> form = new HashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", BACK);
        if (verifier != null) {
            form.put("code_verifier", verifier);
        }
        return caller.post("/oauth2/token", by.clientId(), secret(by), form);
    }

    private Caller.Answer refreshed(CreatedClient by, Caller.Answer tokens) {
        return caller.post(
                "/oauth2/token",
                by.clientId(),
                secret(by),
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.text("refresh_token")));
    }

    private int userInfo(Caller.Answer tokens) {
        return caller.bearing("/oauth2/userinfo", tokens.text("access_token")).status();
    }

    private Jwt decoded(String token) throws ParseException {
        JWKSet keys = JWKSet.parse(caller.get("/oauth2/jwks").body());
        assertThat(keys.getKeys()).noneMatch(key -> key.isPrivate());
        return NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<SecurityContext>(keys))
                .build()
                .decode(token);
    }

    static String challenge() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
