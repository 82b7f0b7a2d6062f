package fr.cloisonne.app.demonstration;

import fr.cloisonne.identity.provider.IdentityProvider;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes the product of the demonstration a client of the local identity provider, at the next port.
 * Only where the visitor's browser is on this machine, since the provider is on loopback.
 */
final class DemonstrationEnvironment implements EnvironmentPostProcessor, Ordered {

    static final String PROVIDER = "demonstration";

    private static final String PREFIX = "cloisonne.federation.providers." + PROVIDER + ".";

    @Override
    public int getOrder() {
        // After the files and arguments have been read.
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("cloisonne.demonstration", Boolean.class, false)
                && !environment.containsProperty("cloisonne.platform.url")
                && onThisMachine(environment.getProperty("cloisonne.base-url", ""))) {
            int port = environment.getProperty("server.port", Integer.class, 8080) + 1;
            byte[] secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            Map<String, Object> client =
                    Map.of(
                            PREFIX + "issuer",
                            IdentityProvider.issuer(port).toString(),
                            PREFIX + "client-id",
                            "cloisonne-demonstration",
                            PREFIX + "client-secret",
                            HexFormat.of().formatHex(secret),
                            PREFIX + "label",
                            "Identité Démo",
                            PREFIX + "acr-values",
                            "eidas1",
                            PREFIX + "scopes",
                            "openid,profile,email");
            Map<String, Object> settings = new HashMap<>(client);
            settings.put("cloisonne.federation.reach", "loopback");
            environment.getPropertySources().addLast(new MapPropertySource(PROVIDER, settings));
        }
    }

    private static boolean onThisMachine(String url) {
        // What is no address at all is refused where all settings are read.
        return url.matches("https?://(localhost|127\\.0\\.0\\.1)(:\\d+)?");
    }
}
