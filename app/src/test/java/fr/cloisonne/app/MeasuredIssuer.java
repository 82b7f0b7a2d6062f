package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A token issuer under measurement: what a tool and a machine ask of it, and what it has cost. */
abstract class MeasuredIssuer {

    static final String BACK = "https://tool.example/back";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters-in-all";

    protected final Caller caller;
    private final Addresses addresses;
    private final Client tool;
    private final Client machine;
    private final Supplier<ServerLoad> load;

    /** Where it answers. */
    record Addresses(String authorize, String token, String userInfo, String introspect) {}

    /** A client and its secret. */
    record Client(String id, String secret) {}

    MeasuredIssuer(
            Caller caller,
            Addresses addresses,
            Client tool,
            Client machine,
            Supplier<ServerLoad> load) {
        this.caller = caller;
        this.addresses = addresses;
        this.tool = tool;
        this.machine = machine;
        this.load = load;
    }

    /** What the server has taken up to now. */
    ServerLoad load() {
        return load.get();
    }

    /** From the tool's request over the form with the password to the address of return. */
    abstract HttpResponse<String> returns(String authorize)
            throws IOException, InterruptedException;

    /** A whole sign-in of somebody who was signed out, up to the tokens. */
    JsonNode signIn() throws IOException, InterruptedException {
        caller.forgets();
        String back = returns(authorize()).headers().firstValue("Location").orElseThrow();
        String code =
                UriComponentsBuilder.fromUriString(back).build().getQueryParams().getFirst("code");
        return posted(
                addresses.token,
                tool,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        String.valueOf(code),
                        "redirect_uri",
                        BACK,
                        "code_verifier",
                        VERIFIER));
    }

    /** A machine asks for its token. */
    JsonNode token() throws IOException, InterruptedException {
        return posted(addresses.token, machine, Map.of("grant_type", "client_credentials"));
    }

    JsonNode refresh(String token) throws IOException, InterruptedException {
        return posted(
                addresses.token,
                tool,
                Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    boolean userInfo(String token) throws IOException, InterruptedException {
        boolean told = json(caller.bearing(addresses.userInfo, token)).has("sub");
        assertThat(told).isTrue();
        return told;
    }

    boolean introspect(String token) throws IOException, InterruptedException {
        boolean active =
                posted(addresses.introspect, machine, Map.of("token", token))
                        .get("active")
                        .asBoolean();
        assertThat(active).isTrue();
        return active;
    }

    private JsonNode posted(String address, Client client, Map<String, String> form)
            throws IOException, InterruptedException {
        Map<String, String> whole = new HashMap<>(form);
        whole.put("client_id", client.id());
        whole.put("client_secret", client.secret());
        return json(caller.post(address, whole));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private String authorize() {
        return addresses.authorize
                + "?response_type=code&scope=openid%20profile%20email&state=s&nonce=n"
                + "&code_challenge_method=S256&code_challenge="
                + challenge()
                + "&client_id="
                + tool.id()
                + "&redirect_uri="
                + Caller.encoded(BACK);
    }

    private static String challenge() {
        try {
            byte[] hash =
                    java.security.MessageDigest.getInstance("SHA-256")
                            .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Ours, with one of the demonstration's people. */
    static final class Ours extends MeasuredIssuer {

        private final String mailbox;

        Ours(String base, String mailbox, Client tool, Client machine, Supplier<ServerLoad> load) {
            super(
                    new Caller(base),
                    new Addresses(
                            "/oauth2/authorize",
                            "/oauth2/token",
                            "/oauth2/userinfo",
                            "/oauth2/introspect"),
                    tool,
                    machine,
                    load);
            this.mailbox = mailbox;
        }

        @Override
        HttpResponse<String> returns(String authorize) throws IOException, InterruptedException {
            caller.get(caller.follows(authorize));
            HttpResponse<String> answer = caller.get(caller.signsIn(mailbox, ""));
            return agreed(answer.headers().firstValue("Location").orElseThrow(), answer);
        }

        /** They agree once; afterwards they are not asked. */
        private HttpResponse<String> agreed(String target, HttpResponse<String> answer)
                throws IOException, InterruptedException {
            if (!target.contains("/oauth2/consent")) {
                return answer;
            }
            Map<String, String> asked =
                    UriComponentsBuilder.fromUriString(target)
                            .build()
                            .getQueryParams()
                            .toSingleValueMap();
            return caller.post(
                    "/oauth2/authorize",
                    "client_id="
                            + asked.get("client_id")
                            + "&state="
                            + asked.get("state")
                            + "&scope=openid&scope=profile&scope=email");
        }
    }

    /** Keycloak's. */
    static final class Theirs extends MeasuredIssuer {

        private static final java.util.regex.Pattern FORM =
                java.util.regex.Pattern.compile("action=\"([^\"]+)\"");

        Theirs(Keycloak keycloak) {
            super(
                    new Caller(keycloak.issuerOf("bench")),
                    new Addresses(
                            "/protocol/openid-connect/auth",
                            "/protocol/openid-connect/token",
                            "/protocol/openid-connect/userinfo",
                            "/protocol/openid-connect/token/introspect"),
                    new Client("bench", Keycloak.SECRET),
                    new Client("bench", Keycloak.SECRET),
                    keycloak::load);
        }

        @Override
        HttpResponse<String> returns(String authorize) throws IOException, InterruptedException {
            var form = FORM.matcher(caller.get(authorize).body());
            assertThat(form.find()).isTrue();
            return caller.post(
                    form.group(1).replace("&amp;", "&"),
                    Map.of("username", "claire", "password", Keycloak.PASSWORD));
        }
    }
}
