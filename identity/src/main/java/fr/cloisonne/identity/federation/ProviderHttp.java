package fr.cloisonne.identity.federation;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * How the product talks to providers: no redirect is followed, no answer is waited for longer than
 * a person would, nor read further than an honest one goes. A provider that is slow or down costs
 * that sign-in alone.
 */
@Component
class ProviderHttp {

    /** All calls of one sign-in together; what is left of it bounds each. */
    static final ScopedValue<Instant> DEADLINE = ScopedValue.newInstance();

    static final Duration SIGN_IN = Duration.ofSeconds(8);

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(4);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private final AddressGuard guard;
    private final Bulwarks bulwarks;
    private final Clock clock;

    ProviderHttp(AddressGuard guard, Bulwarks bulwarks, Clock clock) {
        this.guard = guard;
        this.bulwarks = bulwarks;
        this.clock = clock;
    }

    /** Calls to this provider; those to a firm's are guarded. */
    ClientHttpRequestFactory requests(Provider provider) {
        var call =
                new ProviderCall(
                        bulwarks.of(provider.id()),
                        provider.firm() == null ? address -> {} : guard::check);
        return new InterceptingClientHttpRequestFactory(
                (address, method) -> timed().createRequest(address, method), List.of(call));
    }

    RestClient client(Provider provider) {
        return RestClient.builder().requestFactory(requests(provider)).build();
    }

    private JdkClientHttpRequestFactory timed() {
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(left());
        return requests;
    }

    private Duration left() {
        if (!DEADLINE.isBound()) {
            return ANSWER;
        }
        Duration left = Duration.between(clock.instant(), DEADLINE.get());
        return left.compareTo(ANSWER) > 0
                ? ANSWER
                : left.isPositive() ? left : Duration.ofMillis(1);
    }
}
