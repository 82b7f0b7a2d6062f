package fr.cloisonne.identity.federation;

import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** How we prove to a provider's token endpoint that it is us. */
public enum ClientAuthentication {
    /** {@code client_secret_post}, as FranceConnect wants it. */
    POST,
    /** {@code client_secret_basic}. */
    BASIC;

    ClientAuthenticationMethod method() {
        return switch (this) {
            case POST -> ClientAuthenticationMethod.CLIENT_SECRET_POST;
            case BASIC -> ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
        };
    }
}
