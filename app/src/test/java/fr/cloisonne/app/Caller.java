package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/** Somebody without a browser: cookies of their own, and no redirect followed unseen. */
final class Caller {

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

    Caller(RunningProduct product) {
        this(product.url(""));
    }

    /** Calls any server, by its own address. */
    Caller(String base) {
        this.base = base;
    }

    /** Comes back as somebody else. */
    void forgets() {
        cookies.getCookieStore().removeAll();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "text/html"));
    }

    HttpResponse<String> bearing(String path, String token)
            throws IOException, InterruptedException {
        return send(request(path).header("Authorization", "Bearer " + token));
    }

    HttpResponse<String> post(String path, Map<String, String> form)
            throws IOException, InterruptedException {
        String body =
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return post(path, body);
    }

    /** A form that is written already, where a name stands more than once. */
    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        // As a browser does that calls its own machine.
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        return answer;
    }

    /** Signs in with the demonstration's password; gives where that leads. */
    String signsIn(String mailbox, String query) throws IOException, InterruptedException {
        return target(
                post(
                        "/sign-in" + query,
                        Map.of("username", mailbox, "password", "cloisonne-demonstration")));
    }

    /** Where an address leads at once. */
    String follows(String path) throws IOException, InterruptedException {
        return target(get(path));
    }

    /** The parameters with which an address sends on to a provider. */
    Map<String, String> isAsked(String path) throws IOException, InterruptedException {
        return UriComponentsBuilder.fromUriString(
                        URLDecoder.decode(follows(path), StandardCharsets.UTF_8))
                .build()
                .getQueryParams()
                .toSingleValueMap();
    }

    /** Where an answer leads. */
    String target(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        String target = answer.headers().firstValue("Location").orElseThrow();
        return target.startsWith(base) ? target.substring(base.length()) : target;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
