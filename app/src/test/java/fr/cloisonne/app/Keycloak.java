package fr.cloisonne.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Keycloak on loopback, of the distribution that the build has unpacked, with a realm of ours in
 * a database in memory; and its administrator.
 */
final class Keycloak implements AutoCloseable {

    static final String PASSWORD = UUID.randomUUID().toString();
    static final String SECRET = UUID.randomUUID().toString();

    private static final String REALM = "/admin/realms/cabinet";
    private static final int STARTS_WITHIN_SECONDS = 600;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final int port;
    private @Nullable Process process;

    Keycloak() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    /**
     * Settings of the product by which it knows the realm: by two clients with a secret, by one
     * with a key, by a wrong secret, and by a secret where a key is expected.
     */
    List<String> settings() {
        return Stream.of(
                        client("rsa", "cloisonne-rsa", "client-secret=" + SECRET),
                        client("ec", "cloisonne-ec", "client-secret=" + SECRET),
                        client("key", "cloisonne-key", "client-authentication=private_key"),
                        client("wrong", "cloisonne-rsa", "client-secret=not-the-secret"),
                        client("unkeyed", "cloisonne-key", "client-secret=" + SECRET))
                .flatMap(settings -> settings)
                .toList();
    }

    private Stream<String> client(String provider, String id, String proof) {
        return Stream.of(
                        "issuer=" + issuer(),
                        "client-id=" + id,
                        proof,
                        "label=Keycloak " + provider)
                .map(setting ->
                        "--cloisonne.federation.providers.keycloak-" + provider + "." + setting);
    }

    String issuer() {
        return address("/realms/cabinet");
    }

    String issuerOf(String realm) {
        return address("/realms/" + realm);
    }

    ServerLoad load() {
        return ServerLoad.whole(Objects.requireNonNull(process).toHandle());
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    void start(String product) throws IOException, InterruptedException {
        Path home = unpacked();
        Path imports = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(imports.resolve("cabinet-realm.json"), realm("realm", product));
        Files.writeString(imports.resolve("bench-realm.json"), realm("bench-realm", product));
        ProcessBuilder command =
                new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=" + address(""));
        // What is said to the JVM of the tests is not said to this one.
        command.environment().remove("JDK_JAVA_OPTIONS");
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("JAVA_OPTS_APPEND", "-Xmx600m");
        command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
        command.redirectErrorStream(true);
        command.redirectOutput(home.resolve("keycloak.log").toFile());
        Process started = command.start();
        process = started;
        for (int seconds = 0; !answers(); seconds++) {
            if (started.waitFor(1, TimeUnit.SECONDS) || seconds > STARTS_WITHIN_SECONDS) {
                throw new IOException(
                        "Keycloak does not start: "
                                + Files.readString(home.resolve("keycloak.log")));
            }
        }
    }

    private static Path unpacked() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("target", "keycloak"))) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow().toAbsolutePath();
        }
    }

    private static String realm(String name, String product) throws IOException {
        try (var file = Keycloak.class.getResourceAsStream("/keycloak/" + name + ".json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@PRODUCT@", product)
                    .replace("@PASSWORD@", PASSWORD)
                    .replace("@SECRET@", SECRET);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return send(request(issuer()).GET()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Signs a person out everywhere, as their administrator. */
    void signOut(String user) throws IOException, InterruptedException {
        administer("POST", "/users/" + idOf(user) + "/logout", "{}");
    }

    void disable(String user) throws IOException, InterruptedException {
        administer("PUT", "/users/" + idOf(user), "{\"enabled\": false}");
    }

    /** A new key signs from now on, and the one before is gone. */
    void replaceKey(String name, String kind, String config)
            throws IOException, InterruptedException {
        JsonNode realm = read("");
        JsonNode old = read("/components?type=org.keycloak.keys.KeyProvider&name=" + name).get(0);
        administer(
                "POST",
                "/components",
                """
                {"name": "%s", "providerId": "%s", "providerType": "org.keycloak.keys.KeyProvider",
                 "parentId": "%s", "config": {"priority": ["200"]%s}}
                """
                        .formatted(name + "-next", kind, realm.get("id").asString(), config));
        administer("DELETE", "/components/" + old.get("id").asString(), null);
    }

    private String idOf(String user) throws IOException, InterruptedException {
        return read("/users?exact=true&username=" + user).get(0).get("id").asString();
    }

    private JsonNode read(String path) throws IOException, InterruptedException {
        return JSON.readTree(administer("GET", path, null));
    }

    private String administer(String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(address(REALM + path))
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + ": " + answer.statusCode() + answer.body());
        }
        return answer.body();
    }

    private String token() throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=admin-cli&username=admin&password=" + PASSWORD;
        HttpResponse<String> answer =
                send(
                        request(address("/realms/master/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
        return JSON.readTree(answer.body()).get("access_token").asString();
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroy);
            running.destroy();
            running.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
    }
}
