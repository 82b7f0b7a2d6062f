package fr.cloisonne.identity.federation;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID Connect providers through which people may sign in.
 *
 * @param providers by id, which stands in addresses
 */
@ConfigurationProperties("cloisonne.federation")
public record FederationSettings(@DefaultValue Map<String, Provider> providers) {

    /**
     * One provider.
     *
     * @param issuer its issuer; discovery lies below it
     * @param clientId our id there
     * @param clientSecret our secret there
     * @param label its name, as people read it
     * @param acrValues the authentication level asked, FranceConnect's {@code eidas1} and up
     * @param scopes what is asked
     * @param userinfoSigned whether userinfo must come as a signed JWT
     */
    public record Provider(
            URI issuer,
            String clientId,
            String clientSecret,
            String label,
            @DefaultValue("eidas1") String acrValues,
            @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
            @DefaultValue("true") boolean userinfoSigned) {

        @Override
        public String toString() {
            return label + " at " + issuer;
        }
    }
}
