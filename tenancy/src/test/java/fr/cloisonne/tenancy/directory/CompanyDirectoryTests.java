package fr.cloisonne.tenancy.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.cloisonne.tenancy.value.DirectoryEntry;
import fr.cloisonne.tenancy.value.PostalAddress;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import fr.cloisonne.tenancy.value.SizeCategory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompanyDirectoryTests {

    private static final Siren SIREN = new Siren("900000019");
    private static final Siret OFFICE = new Siret("90000001900019");
    private static final PostalAddress ADDRESS =
            new PostalAddress("12 QUAI DES BATELIERS", null, "73100", "AIX-LES-BAINS", "FR");
    private static final DirectoryAnswer AWAY = new DirectoryAnswer.Unavailable();

    private static final String ANSWER =
            """
            {"results": [{"siren": "900000019", "nom_complet": "BOULANGERIE DU LAC",
              "etat_administratif": "A",
              "categorie_entreprise": "ETI",
              "siege": {"siret": "90000001900019", "etat_administratif": "F",
                "adresse": "12 QUAI DES BATELIERS 73100 AIX-LES-BAINS",
                "code_postal": "73100", "libelle_commune": "AIX-LES-BAINS"},
              "matching_etablissements": [
                {"siret": "90000001900027", "etat_administratif": "A"}]}],
             "total_results": 1}
            """;

    private HttpServer server;
    private CompanyDirectory directory;
    private int status = 200;
    private String body = ANSWER;
    private String asked = "";

    @BeforeEach
    void aServiceNearBy() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/search",
                exchange -> {
                    asked = exchange.getRequestURI().getRawQuery();
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Retry-After", "1");
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        directory =
                new RechercheEntreprises(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void away() {
        server.stop(0);
    }

    @Test
    void aCompanyIsFoundByItsNumberAndMayHaveClosedAnOffice() {
        assertThat(directory.find(SIREN)).isEqualTo(entry(OFFICE, true, ADDRESS));
        assertThat(asked).contains("q=900000019");
        assertThat(directory.find(OFFICE)).isEqualTo(entry(OFFICE, false, ADDRESS));
        Siret second = new Siret("90000001900027");
        assertThat(directory.find(second)).isEqualTo(entry(second, true, null));
    }

    private static DirectoryAnswer entry(
            Siret siret, boolean active, @Nullable PostalAddress address) {
        return new DirectoryAnswer.Found(
                new DirectoryEntry(
                        SIREN, siret, "BOULANGERIE DU LAC", active, address, SizeCategory.ETI));
    }

    @Test
    void wordsBringCompaniesAndNeverReachTheServiceAsAnythingElse() {
        assertThat(directory.search("boulangerie & co?page=9").orElseThrow())
                .extracting(DirectoryEntry::siren)
                .containsExactly(SIREN);
        assertThat(asked).startsWith("q=boulangerie+%26+co%3Fpage%3D9&page=1");
        body = "{\"results\": [{\"siren\": \"12\", \"nom_complet\": \"x\"}, 7, null]}";
        assertThat(directory.search("boulangerie").orElseThrow()).isEmpty();
        status = 503;
        assertThat(directory.search("boulangerie")).isEmpty();
    }

    @Test
    void anotherCompanyOrNoneIsUnknown() {
        assertThat(directory.find(new Siren("900000027"))).isEqualTo(new DirectoryAnswer.Unknown());
        body = "{\"results\": []}";
        assertThat(directory.find(SIREN)).isEqualTo(new DirectoryAnswer.Unknown());
        assertThat(directory.find(OFFICE)).isEqualTo(new DirectoryAnswer.Unknown());
    }

    @Test
    void aServiceThatIsTiredBrokenOrAwayIsSaidToBeAway() {
        status = 429;
        assertThat(directory.find(SIREN)).isEqualTo(AWAY);
        status = 302;
        assertThat(directory.find(SIREN)).isEqualTo(AWAY);
        status = 200;
        body = "<html>";
        assertThat(directory.find(SIREN)).isEqualTo(AWAY);
        body = "x".repeat(2_000_000);
        assertThat(directory.find(SIREN)).isEqualTo(AWAY);
        server.stop(0);
        assertThat(directory.find(SIREN)).isEqualTo(AWAY);
    }

    @Test
    void theDemonstrationHasCompaniesOfItsOwn() {
        CompanyDirectory fictional = new FictionalDirectory();
        assertThat(fictional.find(SIREN)).isInstanceOf(DirectoryAnswer.Found.class);
        assertThat(fictional.find(OFFICE)).isEqualTo(fictional.find(SIREN));
        assertThat(fictional.search("epicurien").orElseThrow())
                .extracting(DirectoryEntry::name)
                .containsExactly("Traiteur L’Épicurien");
        assertThat(fictional.search("CABINET").orElseThrow()).hasSizeBetween(2, 7);
        assertThat(fictional.find(new Siren("732829320"))).isEqualTo(new DirectoryAnswer.Unknown());
    }
}
