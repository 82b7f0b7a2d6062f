package fr.cloisonne.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** An OpenID Connect provider that answers with one fault at a time. */
final class FaultyProvider implements AutoCloseable {

    static final String CLIENT = "the-client";
    static final String SECRET =
            "a secret that is long enough to sign with HS256, which is the trap";

    static final Map<String, Object> SOMEBODY = Map.of("sub", "person");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FaultySigner signer = new FaultySigner(SECRET);
    private final FaultyTokens tokens;
    private volatile Fault fault = Fault.NONE;
    private volatile String nonce = "";
    private volatile @Nullable String challenge;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger keysAsked = new AtomicInteger();
    private volatile Map<String, Object> person = SOMEBODY;
    private volatile boolean dripping;
    private volatile @Nullable KeyedClient keyed;

    /**
     * What goes wrong, and the code with which the sign-in page says so; empty where nothing does.
     */
    enum Fault {
        NONE(""),
        ISSUER("token-invalid"),
        NO_ISSUER("token-invalid"),
        AUDIENCE("token-invalid"),
        NO_AUDIENCE("token-invalid"),
        AUTHORIZED_PARTY("token-invalid"),
        AUTHORIZED_PARTY_ALONE("token-invalid"),
        SEVERAL_AUDIENCES("token-invalid"),
        NONCE("token-invalid"),
        NO_NONCE("token-invalid"),
        SIGNATURE("token-invalid"),
        UNSIGNED("token-invalid"),
        SIGNED_WITH_THE_SECRET("token-invalid"),
        EXPIRED("token-invalid"),
        FROM_THE_FUTURE("token-invalid"),
        NO_END("token-invalid"),
        NO_MOMENT("token-invalid"),
        AUTHENTICATED_TOMORROW("token-invalid"),
        AUTHENTICATED_NEVER("token-invalid"),
        ACCESS_TOKEN("token-invalid"),
        NO_ID_TOKEN("token-invalid"),
        NO_SUBJECT("token-invalid"),
        EMPTY_SUBJECT("userinfo-invalid"),
        LEVEL("acr-too-low"),
        NO_LEVEL("acr-too-low"),
        USERINFO_SUBJECT("userinfo-invalid"),
        USERINFO_NO_SUBJECT("userinfo-invalid"),
        USERINFO_PLAIN("userinfo-invalid"),
        USERINFO_UNSIGNED("userinfo-invalid"),
        USERINFO_SIGNATURE("userinfo-invalid"),
        USERINFO_SIGNED_WITH_THE_SECRET("userinfo-invalid"),
        USERINFO_ISSUER("userinfo-invalid"),
        USERINFO_AUDIENCE("userinfo-invalid"),
        USERINFO_REDIRECT("userinfo-invalid"),
        USERINFO_WITHOUT_END("provider-unavailable"),
        USERINFO_DRIP("provider-unavailable"),
        CLIENT_UNKNOWN("client-refused"),
        SECRET_WRONG("client-refused"),
        TOKEN_REDIRECT("provider-unavailable"),
        TOKEN_WITHOUT_END("provider-unavailable"),
        TOKEN_FAILURE("provider-unavailable"),
        TOKEN_SLOW("provider-unavailable");

        private final String code;

        Fault(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** What goes wrong with a logout token. */
    enum LogoutFault {
        ISSUER,
        AUDIENCE,
        SIGNATURE,
        UNSIGNED,
        SIGNED_WITH_THE_SECRET,
        PLAIN_TYPE,
        NO_EVENT,
        ANOTHER_EVENT,
        EVENT_OF_NO_FORM,
        NONCE,
        NOBODY,
        NO_NUMBER,
        NO_END,
        NO_MOMENT,
        EXPIRED,
        FROM_THE_FUTURE
    }

    FaultyProvider() throws IOException, JOSEException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tokens = new FaultyTokens(issuer(), signer);
        server.setExecutor(threads);
        server.createContext("/.well-known/openid-configuration", this::metadata);
        server.createContext("/jwks", this::keys);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/userinfo", this::userinfo);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answers(Fault next, String asked) {
        fault = next;
        nonce = asked;
    }

    /** Whatever it publishes comes a letter at a time. */
    void drips(boolean so) {
        dripping = so;
    }

    /** Signs with another key from now on, under this name. */
    void changesItsKey(String name) throws JOSEException {
        signer.changes(name);
    }

    int keyRequests() {
        return keysAsked.get();
    }

    private void keys(HttpExchange exchange) throws IOException {
        keysAsked.incrementAndGet();
        published(exchange, signer.published());
    }

    private void published(HttpExchange exchange, Map<String, Object> body) throws IOException {
        if (dripping) {
            drip(exchange, "application/json", JSONObjectUtils.toJSONString(body));
        } else {
            json(exchange, body);
        }
    }

    /** Asserts whatever its owner likes, of anybody. */
    void asserts(Map<String, Object> claims) {
        person = claims;
    }

    /** The code belongs to whoever sent this challenge (PKCE); null for anybody. */
    void codeIsFor(@Nullable String codeChallenge) {
        challenge = codeChallenge;
    }

    /** From now on the client proves itself by a key that is read there, and by no secret. */
    void readsKeysAt(String address) {
        keyed = new KeyedClient(CLIENT, issuer(), address);
    }

    /** How many token requests were made, and how many at once. */
    int tokenRequests() {
        return requests.get();
    }

    int mostAtOnce() {
        return most.get();
    }

    /** Lets everybody in at once. */
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = query(exchange.getRequestURI().getRawQuery());
        nonce = asked.getOrDefault("nonce", "");
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        asked.get("redirect_uri")
                                + "?code=c&state="
                                + encoded(asked.get("state"))
                                + "&iss="
                                + encoded(issuer()));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static Map<String, String> query(String text) {
        return UriComponentsBuilder.newInstance()
                .query(text)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                field ->
                                        URLDecoder.decode(
                                                field.getValue(), StandardCharsets.UTF_8)));
    }

    private static String encoded(@Nullable String text) {
        return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
    }

    private boolean isTheirs(String form) throws IOException {
        String expected = challenge;
        if (expected == null) {
            return true;
        }
        try {
            byte[] verifier =
                    String.valueOf(query(form).get("code_verifier"))
                            .getBytes(StandardCharsets.US_ASCII);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier))
                    .equals(expected);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IOException(impossible);
        }
    }

    private void metadata(HttpExchange exchange) throws IOException {
        published(
                exchange,
                Map.ofEntries(
                        Map.entry("issuer", issuer()),
                        Map.entry("authorization_endpoint", issuer() + "/authorize"),
                        Map.entry("token_endpoint", issuer() + "/token"),
                        Map.entry("userinfo_endpoint", issuer() + "/userinfo"),
                        Map.entry("jwks_uri", issuer() + "/jwks"),
                        Map.entry("subject_types_supported", List.of("pairwise")),
                        Map.entry("response_types_supported", List.of("code")),
                        Map.entry("id_token_signing_alg_values_supported", List.of("ES256")),
                        Map.entry("authorization_response_iss_parameter_supported", true),
                        Map.entry(
                                "token_endpoint_auth_methods_supported",
                                List.of("client_secret_post", "private_key_jwt")),
                        Map.entry(
                                "token_endpoint_auth_signing_alg_values_supported",
                                List.of("RS256", "ES256"))));
    }

    private void token(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            tokenFor(exchange);
        } finally {
            now.decrementAndGet();
        }
    }

    private void tokenFor(HttpExchange exchange) throws IOException {
        String form =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        if (!isTheirs(form)) {
            refuse(exchange, 400, "invalid_grant");
            return;
        }
        KeyedClient client = keyed;
        if (client != null && !client.proves(query(form), exchange.getRequestHeaders())) {
            refuse(exchange, 401, "invalid_client");
            return;
        }
        if (fault == Fault.CLIENT_UNKNOWN || fault == Fault.SECRET_WRONG) {
            refuse(exchange, fault == Fault.SECRET_WRONG ? 401 : 400, "invalid_client");
            return;
        }
        switch (fault) {
            case TOKEN_FAILURE -> {
                exchange.sendResponseHeaders(500, -1);
                exchange.close();
            }
            case TOKEN_REDIRECT -> redirect(exchange, issuer() + "/jwks");
            case TOKEN_WITHOUT_END -> withoutEnd(exchange, "application/json");
            case TOKEN_SLOW -> {
                sleep(6_000);
                answer(exchange);
            }
            default -> answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, Object> given = new HashMap<>();
        given.put("access_token", "x");
        given.put("token_type", "Bearer");
        given.put("expires_in", 60);
        if (fault != Fault.NO_ID_TOKEN) {
            given.put("id_token", tokens.idToken(fault, nonce, person));
        }
        json(exchange, given);
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().add("Location", target);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** More than anybody should read. */
    private static void withoutEnd(HttpExchange exchange, String type) throws IOException {
        send(exchange, type, " ".repeat(1024 * 1024));
    }

    private static void refuse(HttpExchange exchange, int status, String error) throws IOException {
        byte[] refusal = "{\"error\":\"%s\"}".formatted(error).getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, refusal.length);
        exchange.getResponseBody().write(refusal);
        exchange.close();
    }

    /** Says that a session is over here (OpenID Connect Back-Channel Logout). */
    String logoutToken(String sid) throws IOException {
        return tokens.logoutToken(sid, null);
    }

    String logoutToken(String sid, LogoutFault wrong) throws IOException {
        return tokens.logoutToken(sid, wrong);
    }

    private void userinfo(HttpExchange exchange) throws IOException {
        JWTClaimsSet claims = tokens.userinfo(fault, person);
        switch (fault) {
            case USERINFO_PLAIN -> json(exchange, claims.toJSONObject());
            case USERINFO_SIGNATURE ->
                    send(exchange, "application/jwt", signer.strange(claims, "JWT"));
            case USERINFO_UNSIGNED ->
                    send(exchange, "application/jwt", new PlainJWT(claims).serialize());
            case USERINFO_SIGNED_WITH_THE_SECRET ->
                    send(exchange, "application/jwt", signer.confused(claims, "JWT"));
            case USERINFO_REDIRECT -> redirect(exchange, issuer() + "/.well-known");
            case USERINFO_WITHOUT_END -> withoutEnd(exchange, "application/jwt");
            case USERINFO_DRIP -> drip(exchange, "application/jwt", signer.own(claims, "JWT"));
            default -> send(exchange, "application/jwt", signer.own(claims, "JWT"));
        }
    }

    private static void drip(HttpExchange exchange, String type, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            for (byte drop : body.getBytes(StandardCharsets.US_ASCII)) {
                out.write(drop);
                out.flush();
                sleep(500);
            }
        }
    }

    private static void json(HttpExchange exchange, Map<String, Object> body) throws IOException {
        send(exchange, "application/json", JSONObjectUtils.toJSONString(body));
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
