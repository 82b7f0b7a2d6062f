package fr.cloisonne.identity.federation;

import com.sun.net.httpserver.HttpServer;
import fr.cloisonne.identity.SessionFixture;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Tests of firms' providers, beside one that publishes its metadata on this machine. */
abstract class AtProvider {

    private static HttpServer server;

    @BeforeAll
    static void publishes() throws IOException {
        server = PublishedMetadata.server();
    }

    @AfterAll
    static void stops() {
        server.stop(0);
    }

    @AfterEach
    void leaves() {
        SessionFixture.none();
    }

    static String issuer() {
        return PublishedMetadata.issuer(server);
    }

    /** That provider, in as few words as it needs. */
    static ProviderForm form(String client, ClaimNames names) {
        return new ProviderForm(
                issuer(),
                "Du cabinet",
                client,
                "secret",
                ClientAuthentication.POST,
                List.of("openid"),
                "",
                false,
                names,
                SignOutWays.USUAL,
                0);
    }
}
