package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every answer carries, whatever it is an answer to. */
class HeadersIT extends InBrowser {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void everyKindOfAnswerIsProtected() throws Exception {
        for (String path :
                List.of(
                        "/sign-in",
                        "/",
                        "/portfolio",
                        "/c/cabinet-alpes/900000019",
                        "/styles.css",
                        "/scim/v2/Users",
                        "/oauth2/jwks",
                        "/.well-known/openid-configuration",
                        "/actuator/health",
                        "/actuator/env",
                        "/error",
                        "/nowhere/at/all")) {
            HttpResponse<String> answer = get(path, "https");
            assertThat(header(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            // Vaadin says the same of its pages in other words; the content policy decides.
            assertThat(header(answer, "X-Frame-Options")).as(path).isIn("DENY", "SAMEORIGIN");
            assertThat(header(answer, "Referrer-Policy")).as(path).isEqualTo("same-origin");
            assertThat(header(answer, "Content-Security-Policy"))
                    .as(path)
                    .contains("frame-ancestors 'none'", "default-src");
            assertThat(header(answer, "Strict-Transport-Security"))
                    .as(path)
                    .contains("max-age=31536000");
        }
    }

    @Test
    void aDownloadIsProtectedAndNoPage() {
        try (Visitor claire = Visitor.arrives(product, browser)) {
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            claire.goesTo(BAKERY + "/invoices");
            claire.page().locator("a[href*='/invoices/']").first().click();
            String file = claire.page().locator("a[download]").first().getAttribute("href");
            var answer = claire.page().context().request().get(product.url("/" + file));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers())
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("x-frame-options", "DENY")
                    .containsEntry("referrer-policy", "same-origin");
            assertThat(answer.headers().get("content-security-policy"))
                    .contains("default-src 'none'");
            assertThat(answer.headers().get("content-disposition")).startsWith("attachment");
            assertThat(answer.headers().get("cache-control")).contains("no-store");
        }
    }

    @Test
    void ofTheMachineRoomHealthAloneAnswers() throws Exception {
        assertThat(get("/actuator/health", "http").body())
                .contains("\"status\":\"UP\"")
                .doesNotContain("components", "details");
        for (String path :
                List.of(
                        "/actuator",
                        "/actuator/env",
                        "/actuator/beans",
                        "/actuator/heapdump",
                        "/actuator/shutdown")) {
            assertThat(get(path, "http").statusCode()).as(path).isIn(302, 401, 403, 404);
        }
    }

    private HttpResponse<String> get(String path, String scheme) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(product.url(path)))
                        .header("X-Forwarded-Proto", scheme)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
