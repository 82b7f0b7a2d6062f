package fr.cloisonne.identity.federation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A server on this machine that publishes metadata, good ones at its root, bad ones below. */
final class PublishedMetadata {

    private static final String DOCUMENT = "/.well-known/openid-configuration";

    private static final String BY_KEY =
            """
            "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            "token_endpoint_auth_signing_alg_values_supported": ["PS384", "%s"],
            """;

    private PublishedMetadata() {}

    static HttpServer server() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(server, exchange));
        server.start();
        return server;
    }

    static String issuer(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpServer server, HttpExchange exchange) throws IOException {
        String issuer = issuer(server);
        String path = exchange.getRequestURI().getPath();
        switch (path.replace(DOCUMENT, "")) {
            case "", "/other" -> json(exchange, issuer + path.replace(DOCUMENT, ""), issuer);
            case "/inward" -> json(exchange, issuer + "/inward", "https://10.0.0.1");
            case "/by-key" ->
                    send(exchange, metadata(issuer + "/by-key", issuer, BY_KEY.formatted("ES256")));
            case "/by-other-key" ->
                    send(
                            exchange,
                            metadata(issuer + "/by-other-key", issuer, BY_KEY.formatted("PS512")));
            case "/moved" -> {
                exchange.getResponseHeaders().add("Location", issuer + DOCUMENT);
                exchange.sendResponseHeaders(302, -1);
                exchange.close();
            }
            case "/endless" -> send(exchange, "x".repeat(1_000_000));
            default -> {
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
            }
        }
    }

    private static void json(HttpExchange exchange, String issuer, String keys) throws IOException {
        send(exchange, metadata(issuer, keys, ""));
    }

    private static String metadata(String issuer, String keys, String more) {
        return """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize",
         "token_endpoint": "%1$s/token", "userinfo_endpoint": "%1$s/userinfo",
         "jwks_uri": "%2$s/jwks", "subject_types_supported": ["public"],
         "response_types_supported": ["code"],%3$s
         "id_token_signing_alg_values_supported": ["RS256"]}
        """
                .formatted(issuer, keys, more);
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
