package fr.cloisonne.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
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
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ECKey key;
    private final ECKey stranger;
    private volatile Fault fault = Fault.NONE;
    private volatile String nonce = "";
    private volatile @Nullable String challenge;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile @Nullable KeyedClient keyed;
    private volatile Map<String, Object> person = Map.of("sub", "person");

    /**
     * What goes wrong, and the code with which the sign-in page says so; empty where nothing does.
     */
    enum Fault {
        NONE(""),
        ISSUER("token-invalid"),
        AUDIENCE("token-invalid"),
        AUTHORIZED_PARTY("token-invalid"),
        NONCE("token-invalid"),
        SIGNATURE("token-invalid"),
        UNSIGNED("token-invalid"),
        SIGNED_WITH_THE_SECRET("token-invalid"),
        EXPIRED("token-invalid"),
        FROM_THE_FUTURE("token-invalid"),
        ACCESS_TOKEN("token-invalid"),
        NO_SUBJECT("token-invalid"),
        EMPTY_SUBJECT("userinfo-invalid"),
        LEVEL("acr-too-low"),
        NO_LEVEL("acr-too-low"),
        USERINFO_SUBJECT("userinfo-invalid"),
        USERINFO_PLAIN("userinfo-invalid"),
        USERINFO_SIGNATURE("userinfo-invalid"),
        USERINFO_ISSUER("userinfo-invalid"),
        USERINFO_AUDIENCE("userinfo-invalid"),
        USERINFO_REDIRECT("userinfo-invalid"),
        USERINFO_DRIP("provider-unavailable"),
        CLIENT_UNKNOWN("client-refused"),
        SECRET_WRONG("client-refused"),
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

    FaultyProvider() throws IOException, JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
        stranger = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/.well-known/openid-configuration", this::metadata);
        server.createContext("/jwks", x -> json(x, new JWKSet(key.toPublicJWK()).toJSONObject()));
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
        json(
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
        if (fault == Fault.TOKEN_FAILURE) {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
            return;
        }
        if (fault == Fault.TOKEN_SLOW) {
            sleep(6_000);
        }
        json(
                exchange,
                Map.of(
                        "access_token",
                        "x",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        60,
                        "id_token",
                        idToken()));
    }

    private static void refuse(HttpExchange exchange, int status, String error) throws IOException {
        byte[] refusal = "{\"error\":\"%s\"}".formatted(error).getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, refusal.length);
        exchange.getResponseBody().write(refusal);
        exchange.close();
    }

    private String idToken() throws IOException {
        Instant moment = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(fault == Fault.ISSUER ? "https://autre.example" : issuer())
                        .audience(
                                switch (fault) {
                                    case AUDIENCE -> List.of("another");
                                    case AUTHORIZED_PARTY -> List.of(CLIENT, "another");
                                    default -> List.of(CLIENT);
                                })
                        .claim("nonce", fault == Fault.NONCE ? "another" : nonce)
                        .issueTime(
                                Date.from(
                                        fault == Fault.FROM_THE_FUTURE
                                                ? moment.plusSeconds(600)
                                                : moment.minusSeconds(
                                                        fault == Fault.EXPIRED ? 600 : 0)))
                        .expirationTime(
                                Date.from(moment.plusSeconds(fault == Fault.EXPIRED ? -300 : 900)));
        switch (fault) {
            case NO_SUBJECT -> {}
            case EMPTY_SUBJECT -> claims.subject(" ");
            default -> claims.subject(String.valueOf(person.get("sub")));
        }
        switch (fault) {
            case NO_LEVEL -> {}
            case LEVEL -> claims.claim("acr", "eidas1");
            default -> claims.claim("acr", "eidas2");
        }
        if (person.get("sid") instanceof String sid) {
            claims.claim("sid", sid);
        }
        if (fault == Fault.AUTHORIZED_PARTY) {
            claims.claim("azp", "another");
        }
        return switch (fault) {
            case UNSIGNED -> new PlainJWT(claims.build()).serialize();
            case SIGNED_WITH_THE_SECRET -> confused(claims.build());
            case SIGNATURE -> signed(claims.build(), stranger, "JWT");
            case ACCESS_TOKEN -> signed(claims.build(), key, "at+jwt");
            default -> signed(claims.build(), key, "JWT");
        };
    }

    /** Says that a session is over here (OpenID Connect Back-Channel Logout). */
    String logoutToken(String sid) throws IOException {
        Instant moment = Instant.now();
        return signed(
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .audience(CLIENT)
                        .issueTime(Date.from(moment))
                        .expirationTime(Date.from(moment.plusSeconds(120)))
                        .jwtID(UUID.randomUUID().toString())
                        .claim("sid", sid)
                        .claim(
                                "events",
                                Map.of(
                                        "http://schemas.openid.net/event/backchannel-logout",
                                        Map.of()))
                        .build(),
                key,
                "logout+jwt");
    }

    private void userinfo(HttpExchange exchange) throws IOException {
        var said =
                new JWTClaimsSet.Builder()
                        .issuer(fault == Fault.USERINFO_ISSUER ? "https://autre.example" : issuer())
                        .audience(fault == Fault.USERINFO_AUDIENCE ? "another" : CLIENT)
                        .subject(
                                switch (fault) {
                                    case USERINFO_SUBJECT -> "another";
                                    case EMPTY_SUBJECT -> " ";
                                    default -> String.valueOf(person.get("sub"));
                                });
        person.forEach((name, value) -> {
            if (!name.equals("sub") && !name.equals("sid")) {
                said.claim(name, value);
            }
        });
        JWTClaimsSet claims = said.build();
        switch (fault) {
            case USERINFO_PLAIN -> json(exchange, claims.toJSONObject());
            case USERINFO_SIGNATURE ->
                    send(exchange, "application/jwt", signed(claims, stranger, "JWT"));
            case USERINFO_REDIRECT -> {
                exchange.getResponseHeaders().add("Location", issuer() + "/.well-known");
                exchange.sendResponseHeaders(302, -1);
                exchange.close();
            }
            case USERINFO_DRIP -> drip(exchange, signed(claims, key, "JWT"));
            default -> send(exchange, "application/jwt", signed(claims, key, "JWT"));
        }
    }

    private static void drip(HttpExchange exchange, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/jwt");
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            for (byte drop : body.getBytes(StandardCharsets.US_ASCII)) {
                out.write(drop);
                out.flush();
                sleep(500);
            }
        }
    }

    private static String signed(JWTClaimsSet claims, ECKey by, String type) throws IOException {
        return signed(
                claims,
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID("k")
                        .type(new JOSEObjectType(type))
                        .build(),
                () -> new ECDSASigner(by));
    }

    private static String confused(JWTClaimsSet claims) throws IOException {
        return signed(claims, new JWSHeader(JWSAlgorithm.HS256), () -> new MACSigner(SECRET));
    }

    private static String signed(JWTClaimsSet claims, JWSHeader header, Signing by)
            throws IOException {
        try {
            var token = new SignedJWT(header, claims);
            token.sign(by.signer());
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IOException(failure);
        }
    }

    private interface Signing {
        JWSSigner signer() throws JOSEException;
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
