package fr.cloisonne.app.demonstration;

import fr.cloisonne.db.DatabaseSettings;
import fr.cloisonne.identity.federation.FederationSettings;
import fr.cloisonne.identity.provider.IdentityProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the local identity provider beside the demonstration, as long as the demonstration runs. */
@Component
@ConditionalOnProperty("cloisonne.demonstration")
class ProviderBeside implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderBeside.class);

    private final FederationSettings federation;
    private final DatabaseSettings database;
    private final Clock clock;
    private final URI baseUrl;
    private @Nullable IdentityProvider provider;

    ProviderBeside(
            FederationSettings federation,
            DatabaseSettings database,
            Clock clock,
            @Value("${cloisonne.base-url}") URI baseUrl) {
        this.federation = federation;
        this.database = database;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @Override
    public void start() {
        var client = federation.providers().get(DemonstrationEnvironment.PROVIDER);
        if (client == null) {
            LOG.info(
                    "The local identity provider is left out: {} is not on this machine.", baseUrl);
            return;
        }
        int port = client.issuer().getPort();
        try {
            provider =
                    IdentityProvider.start(
                            port,
                            database.data(),
                            new IdentityProvider.Client(
                                    client.clientId(),
                                    client.clientSecret(),
                                    at("/login/oauth2/code/"),
                                    baseUrl.resolve("/sign-in"),
                                    at("/logout/connect/back-channel/")),
                            clock);
        } catch (WebServerException busy) {
            throw new ProviderPortBusyException(port, busy);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private URI at(String path) {
        return baseUrl.resolve(path + DemonstrationEnvironment.PROVIDER);
    }

    @Override
    public void stop() {
        if (provider != null) {
            provider.close();
            provider = null;
        }
    }

    @Override
    public boolean isRunning() {
        return provider != null;
    }
}
