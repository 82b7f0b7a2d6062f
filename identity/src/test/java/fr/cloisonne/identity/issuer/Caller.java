package fr.cloisonne.identity.issuer;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the issuer by HTTP, with cookies of their own; redirects are not followed. */
final class Caller {

    private final String base;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .connectTimeout(Duration.ofSeconds(20))
                    .build();

    Caller(String base) {
        this.base = base;
    }

    /** An answer: status, body, headers of interest. */
    record Answer(int status, String body, HttpResponse<String> whole) {

        Map<String, Object> json() {
            return JsonMapper.builder()
                    .build()
                    .readValue(body, new TypeReference<Map<String, Object>>() {});
        }

        String text(String name) {
            return String.valueOf(json().get(name));
        }

        String location() {
            return whole.headers().firstValue("Location").orElse("");
        }

        /** A parameter of the address that one is sent to. */
        @Nullable String sentBack(String name) {
            String query = URI.create(location()).getRawQuery();
            for (String pair : (query == null ? "" : query).split("&", -1)) {
                if (pair.startsWith(name + "=")) {
                    return java.net.URLDecoder.decode(
                            pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                }
            }
            return null;
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer bearing(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token).GET());
    }

    Answer post(String path, Map<String, String> form) {
        return send(posting(path, form));
    }

    /** As a client that proves itself by HTTP Basic. */
    Answer post(String path, String client, String secret, Map<String, String> form) {
        String basic =
                Base64.getEncoder()
                        .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(posting(path, form).header("Authorization", "Basic " + basic));
    }

    /** A form that is written already, where a name stands more than once. */
    Answer post(String path, String form) {
        return send(posting(path, form));
    }

    private HttpRequest.Builder posting(String path, Map<String, String> form) {
        return posting(path, encoded(form));
    }

    private HttpRequest.Builder posting(String path, String form) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    static String encoded(Map<String, String> form) {
        return new LinkedHashMap<>(form)
                .entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
                .timeout(Duration.ofSeconds(60));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
