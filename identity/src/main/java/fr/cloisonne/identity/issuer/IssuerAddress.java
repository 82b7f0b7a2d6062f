package fr.cloisonne.identity.issuer;

import java.net.URI;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.stereotype.Component;

/** The issuer's name, which is the product's public address, and its paths below it. */
@Component
public class IssuerAddress {

    static final String AUTHORIZE = "/oauth2/authorize";
    static final String CONSENT = "/oauth2/consent";
    static final String TOKEN = "/oauth2/token";

    private final String issuer;

    IssuerAddress(@Value("${cloisonne.base-url:http://localhost:8080}") URI baseUrl) {
        this.issuer = baseUrl.toString();
    }

    /**
     * Where tokens are asked for.
     *
     * @return absolute
     */
    public String token() {
        return issuer + TOKEN;
    }

    /**
     * Where the issuer tells of itself.
     *
     * @return absolute
     */
    public String metadata() {
        return issuer + "/.well-known/oauth-authorization-server";
    }

    /**
     * Where the issuer tells of itself to tools into which people sign in.
     *
     * @return absolute
     */
    public String discovery() {
        return issuer + "/.well-known/openid-configuration";
    }

    String issuer() {
        return issuer;
    }

    /** For whom a client's assertion may be: the issuer, or its token endpoint as many still do. */
    Set<String> audiences() {
        return Set.of(issuer, token());
    }

    AuthorizationServerSettings paths() {
        return AuthorizationServerSettings.builder()
                .issuer(issuer)
                .authorizationEndpoint(AUTHORIZE)
                .tokenEndpoint(TOKEN)
                .pushedAuthorizationRequestEndpoint("/oauth2/par")
                .tokenIntrospectionEndpoint("/oauth2/introspect")
                .tokenRevocationEndpoint("/oauth2/revoke")
                .jwkSetEndpoint("/oauth2/jwks")
                .oidcUserInfoEndpoint("/oauth2/userinfo")
                .oidcLogoutEndpoint("/oauth2/logout")
                .build();
    }
}
