package fr.cloisonne.tenancy.directory;

import fr.cloisonne.tenancy.value.DirectoryEntry;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The open service recherche-entreprises. It is asked a few times at once, each for five seconds at
 * most; when it is slow, away or tired of us (429), the answer is that it is not there.
 */
final class RechercheEntreprises implements CompanyDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(RechercheEntreprises.class);

    private static final DirectoryAnswer AWAY = new DirectoryAnswer.Unavailable();
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI url;
    private final Semaphore places = new Semaphore(4);
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(2))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    RechercheEntreprises(URI url) {
        this.url = url;
    }

    @Override
    public DirectoryAnswer find(Siren siren) {
        JsonNode results = results(siren.value(), 1);
        if (results == null) {
            return AWAY;
        }
        JsonNode first = results.path(0);
        return siren.value().equals(first.path("siren").asString(""))
                ? found(DirectoryLine.of(first))
                : new DirectoryAnswer.Unknown();
    }

    @Override
    public DirectoryAnswer find(Siret siret) {
        JsonNode results = results(siret.value(), 1);
        return results == null ? AWAY : found(DirectoryLine.of(results.path(0), siret));
    }

    @Override
    public Optional<List<DirectoryEntry>> search(String words) {
        JsonNode results = results(URLEncoder.encode(words, StandardCharsets.UTF_8), MOST);
        return results == null
                ? Optional.empty()
                : Optional.of(
                        results.valueStream()
                                .map(DirectoryLine::of)
                                .flatMap(Optional::stream)
                                .toList());
    }

    private static DirectoryAnswer found(Optional<DirectoryEntry> entry) {
        return entry.<DirectoryAnswer>map(DirectoryAnswer.Found::new)
                .orElseGet(DirectoryAnswer.Unknown::new);
    }

    /** The results, perhaps none; null where nobody answers. */
    private @Nullable JsonNode results(String sought, int most) {
        if (!places.tryAcquire()) {
            return null;
        }
        try {
            HttpResponse<String> answer =
                    http.sendAsync(
                                    request(sought, most),
                                    BodyHandlers.limiting(BodyHandlers.ofString(), 1_000_000))
                            .get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() == 200) {
                return JSON.readTree(answer.body()).path("results");
            }
            LOG.warn("The directory of companies answers {}.", answer.statusCode());
        } catch (ExecutionException | TimeoutException | JacksonException failure) {
            LOG.warn("The directory of companies does not answer: {}", failure.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
        return null;
    }

    private HttpRequest request(String sought, int most) {
        return HttpRequest.newBuilder(
                        url.resolve("/search?q=" + sought + "&page=1&per_page=" + most))
                .timeout(LONGEST)
                .header("Accept", "application/json")
                .header("User-Agent", "Cloisonne")
                .build();
    }
}
