package fr.cloisonne.identity.provider;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.support.GenericBeanDefinition;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * « Identité Démo »: an OpenID Connect provider in FranceConnect's manner, for demonstration and
 * tests. It has a web server, keys, sessions and a cookie of its own and shares nothing with the
 * product but the clock; the product reaches it by HTTP, as any other provider.
 *
 * <p>Issuer {@code http://127.0.0.1:<port>/api/v2}. Codes live 30 s and tokens 60 s; {@code state},
 * a {@code nonce} of 22 characters and more, {@code acr_values} and PKCE by S256 are asked; {@code
 * sub} is pairwise; userinfo is a signed JWT; every answer names its issuer (RFC 9207).
 */
public final class IdentityProvider implements AutoCloseable {

    private final AnnotationConfigServletWebServerApplicationContext context;

    private IdentityProvider(AnnotationConfigServletWebServerApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it, on loopback alone.
     *
     * @param port its port
     * @param folder where it keeps the secret from which it derives subjects
     * @param client the only client it knows
     * @param clock the clock
     * @return the running provider
     * @throws IOException if the folder cannot be used
     */
    public static IdentityProvider start(int port, Path folder, Client client, Clock clock)
            throws IOException {
        var settings = new ProviderSettings(port, client, Pairwise.keptIn(folder));
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.setEnvironment(new Alone());
        context.registerBean(ProviderSettings.class, () -> settings);
        context.registerBeanDefinition("clock", clock(clock));
        context.register(ProviderWeb.class, ProviderProtocol.class);
        try {
            context.refresh();
        } catch (RuntimeException failure) {
            context.close();
            throw failure;
        }
        return new IdentityProvider(context);
    }

    private static GenericBeanDefinition clock(Clock clock) {
        var definition = new GenericBeanDefinition();
        definition.setBeanClass(Clock.class);
        definition.setInstanceSupplier(() -> clock);
        return definition;
    }

    /**
     * The issuer of a provider at this port.
     *
     * @param port its port
     * @return the issuer
     */
    public static URI issuer(int port) {
        return URI.create("http://127.0.0.1:" + port + ProviderSettings.ROOT);
    }

    @Override
    public void close() {
        context.close();
    }

    /**
     * The client, as it registered.
     *
     * @param id client id
     * @param secret client secret
     * @param redirectUri where answers go, compared whole
     * @param signedOutUri where people go once signed out, compared whole
     * @param backChannelUri where the end of a session is told (OpenID Connect Back-Channel Logout)
     */
    public record Client(
            String id, String secret, URI redirectUri, URI signedOutUri, URI backChannelUri) {

        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * No setting of the product, of its environment or of its command line reaches the provider.
     */
    private static final class Alone extends StandardEnvironment {

        @Override
        protected void customizePropertySources(MutablePropertySources sources) {
            // None.
        }
    }
}
