package fr.cloisonne.identity.provider;

import java.net.URI;

/**
 * What a provider is started with.
 *
 * @param port its port on loopback
 * @param client the client it knows
 * @param subjects how it names people to clients
 */
record ProviderSettings(int port, IdentityProvider.Client client, Pairwise subjects) {

    /** The path below which everything lies, FranceConnect's. */
    static final String ROOT = "/api/v2";

    URI issuer() {
        return IdentityProvider.issuer(port);
    }

    /** The client's origin, for the pages' {@code form-action}. */
    String clientOrigin() {
        return client.redirectUri().getScheme() + "://" + client.redirectUri().getRawAuthority();
    }
}
