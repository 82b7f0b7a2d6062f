package fr.cloisonne.tenancy.directory;

import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
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
 * The open service recherche-entreprises, by number. It is asked a few times at once, each for five
 * seconds at most; when it is slow, away or tired of us (429), the answer is that it is not there.
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
        JsonNode result = first(siren.value());
        if (result == null) {
            return AWAY;
        }
        return siren.value().equals(result.path("siren").asString(""))
                ? found(result, result.path("etat_administratif"))
                : new DirectoryAnswer.Unknown();
    }

    @Override
    public DirectoryAnswer find(Siret siret) {
        JsonNode result = first(siret.value());
        if (result == null) {
            return AWAY;
        }
        if (siret.value().equals(result.path("siege").path("siret").asString(""))) {
            return found(result, result.path("siege").path("etat_administratif"));
        }
        for (JsonNode establishment : result.path("matching_etablissements")) {
            if (siret.value().equals(establishment.path("siret").asString(""))) {
                return found(result, establishment.path("etat_administratif"));
            }
        }
        return new DirectoryAnswer.Unknown();
    }

    private static DirectoryAnswer found(JsonNode result, JsonNode state) {
        String name = result.path("nom_complet").asString("").strip();
        return name.isEmpty()
                ? new DirectoryAnswer.Unknown()
                : new DirectoryAnswer.Found(
                        name.substring(0, Math.min(200, name.length())),
                        state.asString("").equals("A"));
    }

    /** The first result, a missing node where there is none, null where nobody answers. */
    private @Nullable JsonNode first(String number) {
        if (!places.tryAcquire()) {
            return null;
        }
        try {
            HttpResponse<String> answer =
                    http.sendAsync(
                                    request(number),
                                    BodyHandlers.limiting(BodyHandlers.ofString(), 1_000_000))
                            .get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() == 200) {
                return JSON.readTree(answer.body()).path("results").path(0);
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

    private HttpRequest request(String number) {
        return HttpRequest.newBuilder(url.resolve("/search?q=" + number + "&page=1&per_page=1"))
                .timeout(LONGEST)
                .header("Accept", "application/json")
                .header("User-Agent", "Cloisonne")
                .build();
    }
}
