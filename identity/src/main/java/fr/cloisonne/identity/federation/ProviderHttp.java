package fr.cloisonne.identity.federation;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/**
 * How the product talks to providers: no redirect is followed, and no answer is waited for longer
 * than a person would. A provider that is slow or down costs that sign-in alone.
 */
@Component
class ProviderHttp {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(4);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    JdkClientHttpRequestFactory requests() {
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(ANSWER);
        return requests;
    }
}
