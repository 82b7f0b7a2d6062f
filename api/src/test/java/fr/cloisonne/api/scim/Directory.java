package fr.cloisonne.api.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A firm's directory, as it calls by HTTP with its token. */
final class Directory {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    private final int port;
    private final String token;

    Directory(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** An answer. */
    record Answer(int status, String body, HttpResponse<String> whole) {

        JsonNode json() {
            try {
                return JsonUtils.getObjectReader().readTree(body);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        String text(String name) {
            return json().path(name).asText();
        }

        String id() {
            return text("id");
        }

        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer filtered(String path, String filter) {
        return get(path + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    Answer get(String path, String header, String value) {
        return send(request(path).header(header, value).GET());
    }

    Answer post(String path, String body) {
        return send(with(path).POST(BodyPublishers.ofString(body)));
    }

    Answer put(String path, String body) {
        return send(with(path).PUT(BodyPublishers.ofString(body)));
    }

    Answer put(String path, String version, String body) {
        return send(with(path).header("If-Match", version).PUT(BodyPublishers.ofString(body)));
    }

    /** The operations alone. */
    Answer patch(String path, String operations) {
        String body =
                """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [%s]}
                """
                        .formatted(operations);
        return send(with(path).method("PATCH", BodyPublishers.ofString(body)));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder with(String path) {
        return request(path).header("Content-Type", "application/scim+json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/scim/v2" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
