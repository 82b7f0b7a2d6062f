package fr.cloisonne.identity.federation;

import fr.cloisonne.db.StartRefusedException;
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

    /** Whether some provider is proven to by a key. */
    boolean provesByKey() {
        return providers.values().stream().anyMatch(one -> !one.clientAuthentication().bySecret());
    }

    /** A secret where one is sent, and none where a key takes its place. */
    void requireProofs() {
        providers.forEach((id, one) -> {
            if (one.clientAuthentication().bySecret() == one.clientSecret().isBlank()) {
                throw new StartRefusedException(
                        "cloisonne.federation.providers."
                                + id
                                + (one.clientSecret().isBlank()
                                        ? ".client-secret is missing: give it, or set client-authentication=private_key and register our keys there."
                                        : ".client-secret is not used with client-authentication=private_key: take it out."));
            }
        });
    }

    /**
     * One provider, which vouches for every account.
     *
     * @param issuer its issuer; discovery lies below it
     * @param clientId our id there
     * @param clientSecret our secret there, none where a key of ours proves us
     * @param clientAuthentication how we prove that it is us
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
            @DefaultValue("") String clientSecret,
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
