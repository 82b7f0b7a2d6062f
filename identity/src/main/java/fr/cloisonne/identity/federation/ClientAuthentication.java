package fr.cloisonne.identity.federation;

import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** How we prove to a provider's token endpoint that it is us. */
public enum ClientAuthentication {
    /** {@code client_secret_post}, as FranceConnect wants it. */
    POST,
    /** {@code client_secret_basic}. */
    BASIC,
    /** {@code private_key_jwt}: we sign, with a key of ours that the provider reads from us. */
    PRIVATE_KEY;

    /**
     * Whether a secret is shared with the provider.
     *
     * @return false where a key of ours takes its place
     */
    public boolean bySecret() {
        return this != PRIVATE_KEY;
    }

    ClientAuthenticationMethod method() {
        return switch (this) {
            case POST -> ClientAuthenticationMethod.CLIENT_SECRET_POST;
            case BASIC -> ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
            case PRIVATE_KEY -> ClientAuthenticationMethod.PRIVATE_KEY_JWT;
        };
    }

    /** Whether a provider says that it takes it; one that says nothing takes secrets. */
    boolean isAnnounced(Map<String, Object> metadata) {
        return metadata.get("token_endpoint_auth_methods_supported") instanceof List<?> methods
                ? methods.contains(method().getValue())
                : bySecret();
    }
}
