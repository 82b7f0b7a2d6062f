package fr.cloisonne.identity.federation;

import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider as sign-in needs it, whether the settings name it or a firm has added it. Two that are
 * equal are asked and judged alike.
 *
 * @param id stands in addresses
 * @param firm whose it is, and for whom alone it vouches; nobody's where the settings name it
 * @param issuer its issuer; discovery lies below it
 * @param clientId our id there
 * @param clientSecret our secret there, empty where a key of ours proves us
 * @param authentication how we prove that it is us
 * @param label its name, as people read it
 * @param level the authentication level asked, blank for any
 * @param scopes what is asked
 * @param userinfoSigned whether userinfo must come as a signed JWT
 * @param claims under which names it tells about people
 * @param signOut how sign-out travels
 */
record Provider(
        String id,
        @Nullable FirmId firm,
        String issuer,
        String clientId,
        String clientSecret,
        ClientAuthentication authentication,
        String label,
        String level,
        List<String> scopes,
        boolean userinfoSigned,
        ClaimNames claims,
        SignOutWays signOut) {

    @Override
    public String toString() {
        return label + " at " + issuer;
    }
}
