package fr.cloisonne.identity.federation;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID Connect providers through which people may sign in, and those that firms may add.
 *
 * @param reach how far the providers of firms may lie
 * @param providers by id, which stands in addresses
 */
@ConfigurationProperties("cloisonne.federation")
public record FederationSettings(
        @DefaultValue("public") Reach reach, @DefaultValue Map<String, Configured> providers) {

    /**
     * One provider, which vouches for every account.
     *
     * @param issuer its issuer; discovery lies below it
     * @param clientId our id there
     * @param clientSecret our secret there
     * @param clientAuthentication how the secret is sent
     * @param label its name, as people read it
     * @param acrValues the authentication level asked, FranceConnect's {@code eidas1} and up
     * @param scopes what is asked
     * @param twoFactors what its {@code acr} or {@code amr} must say so that no second factor is
     *     asked here; nothing by default
     * @param userinfoSigned whether userinfo must come as a signed JWT
     */
    public record Configured(
            URI issuer,
            String clientId,
            String clientSecret,
            @DefaultValue("post") ClientAuthentication clientAuthentication,
            String label,
            @DefaultValue("eidas1") String acrValues,
            @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
            @DefaultValue List<String> twoFactors,
            @DefaultValue("true") boolean userinfoSigned) {

        Provider provider(String id) {
            return new Provider(
                    id,
                    null,
                    issuer.toString(),
                    clientId,
                    clientSecret,
                    clientAuthentication,
                    label,
                    acrValues,
                    scopes,
                    userinfoSigned,
                    ClaimNames.STANDARD,
                    SignOutWays.USUAL);
        }

        @Override
        public String toString() {
            return label + " at " + issuer;
        }
    }
}
