package fr.cloisonne.identity.federation;

import fr.cloisonne.tenancy.value.FirmId;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a firm says of a provider of its own.
 *
 * @param address its issuer, or the address of its discovery document
 * @param label its name, as people will read it
 * @param clientId our id there
 * @param clientSecret our secret there; empty where the one already kept stays, or a key proves us
 * @param authentication how we prove that it is us
 * @param scopes what is asked, {@code openid} among it
 * @param level the authentication level asked ({@code acr_values}), blank for any
 * @param userinfoSigned whether userinfo must come as a signed JWT
 * @param claims under which names it tells about people
 * @param signOut how sign-out travels
 * @param version which state was on the page, so that nobody's change is written over
 */
public record ProviderForm(
        String address,
        String label,
        String clientId,
        String clientSecret,
        ClientAuthentication authentication,
        List<String> scopes,
        String level,
        boolean userinfoSigned,
        ClaimNames claims,
        SignOutWays signOut,
        int version)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");
    private static final int LABEL = 80;
    private static final int TOKEN = 200;

    /**
     * The issuer that the address is about.
     *
     * @return as OpenID Connect Discovery §4 derives the one from the other
     */
    public String issuer() {
        String typed = address.strip();
        return typed.endsWith(DISCOVERY)
                ? typed.substring(0, typed.length() - DISCOVERY.length())
                : typed;
    }

    /** Whether each value has a form that could be kept; the page asks before. */
    boolean wellFormed() {
        return !label.isBlank()
                && label.length() <= LABEL
                && !UNSEEN.matcher(label).find()
                && clientId.matches("[\\x21-\\x7e]{1,255}")
                && clientSecret.length() <= TOKEN * 2
                && (authentication.bySecret() || clientSecret.isEmpty())
                && scopes.contains("openid")
                && scopes.stream().allMatch(scope -> scope.matches("[\\x21-\\x7e]{1,60}"))
                && String.join(" ", scopes).length() <= TOKEN
                && level.matches("[\\x20-\\x7e]{0,200}")
                && List.of(claims.given(), claims.family(), claims.email(), claims.groups())
                        .stream()
                        .allMatch(name -> name.matches("[\\x21-\\x7e]{1,200}"));
    }

    Provider provider(ProviderId id, FirmId firm) {
        return new Provider(
                id.toString(),
                firm,
                issuer(),
                clientId,
                clientSecret,
                authentication,
                label,
                level,
                scopes,
                userinfoSigned,
                claims,
                signOut);
    }

    Map<String, Object> columns() {
        Map<String, Object> columns = new HashMap<>();
        columns.put("label", label.strip());
        columns.put("issuer", issuer());
        columns.put("clientId", clientId);
        columns.put("authentication", authentication.name());
        columns.put("scopes", String.join(" ", scopes));
        columns.put("level", level.strip());
        columns.put("signed", userinfoSigned);
        columns.put("given", claims.given());
        columns.put("family", claims.family());
        columns.put("email", claims.email());
        columns.put("groups", claims.groups());
        columns.put("there", signOut.there());
        columns.put("back", signOut.backChannel());
        columns.put("front", signOut.frontChannel());
        return columns;
    }

    @Override
    public String toString() {
        return label + " at " + address;
    }
}
