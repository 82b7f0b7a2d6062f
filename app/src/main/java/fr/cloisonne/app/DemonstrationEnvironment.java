package fr.cloisonne.app;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What a demonstration adds to the settings: the local identity provider as one more provider, on
 * the next port and on another host name than the product, with a secret made for this run.
 */
class DemonstrationEnvironment implements EnvironmentPostProcessor {

    static final String PROVIDER = "demonstration";
    static final String PORT = "cloisonne.demonstration-provider.port";
    static final String SECRET = "cloisonne.demonstration-provider.secret";

    private static final String SETTINGS = "cloisonne.federation.providers." + PROVIDER + ".";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("cloisonne.demonstration", Boolean.class, false)) {
            int port = environment.getProperty(PORT, Integer.class, productPort(environment) + 1);
            environment.getPropertySources().addLast(source(port, secret()));
        }
    }

    private static int productPort(ConfigurableEnvironment environment) {
        return environment.getProperty("server.port", Integer.class, 8080);
    }

    private static MapPropertySource source(int port, String secret) {
        return new MapPropertySource(
                "demonstration",
                Map.of(
                        PORT, port,
                        SECRET, secret,
                        SETTINGS + "issuer", "http://127.0.0.1:" + port + "/api/v2",
                        SETTINGS + "client-id", "cloisonne-demonstration",
                        SETTINGS + "client-secret", secret,
                        SETTINGS + "label", "Identité Démo",
                        SETTINGS + "acr-values", "eidas1",
                        SETTINGS + "userinfo-signed", "true",
                        SETTINGS + "scopes", "openid,identite_pivot,email"));
    }

    private static String secret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
