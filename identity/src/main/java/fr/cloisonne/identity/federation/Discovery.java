package fr.cloisonne.identity.federation;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Reads what a provider publishes about itself (OpenID Connect Discovery 1.0). */
@Component
class Discovery {

    private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
            new ParameterizedTypeReference<>() {};

    private static final List<String> ADDRESSES =
            List.of(
                    "authorization_endpoint",
                    "token_endpoint",
                    "userinfo_endpoint",
                    "jwks_uri",
                    "end_session_endpoint");

    private final ProviderHttp http;
    private final AddressGuard guard;

    Discovery(ProviderHttp http, AddressGuard guard) {
        this.http = http;
        this.guard = guard;
    }

    /** The metadata, which must be of the very issuer asked. */
    Map<String, Object> of(Provider provider) {
        String issuer = provider.issuer();
        try {
            Map<String, Object> metadata =
                    http.client(provider)
                            .get()
                            .uri(issuer + "/.well-known/openid-configuration")
                            .retrieve()
                            .body(METADATA);
            if (metadata == null) {
                throw new ProviderUnavailableException("No metadata at " + issuer);
            }
            if (!issuer.equals(metadata.get("issuer"))) {
                throw new AnotherIssuerException();
            }
            if (provider.firm() != null) {
                checkAddresses(metadata);
            }
            return metadata;
        } catch (RestClientException | IOException | IllegalArgumentException failure) {
            throw new ProviderUnavailableException("No metadata at " + issuer, failure);
        }
    }

    /** Some of them we call, to others we send people's browsers. */
    private void checkAddresses(Map<String, Object> metadata) throws IOException {
        for (String name : ADDRESSES) {
            if (metadata.get(name) instanceof String address) {
                guard.check(URI.create(address));
            }
        }
    }
}
