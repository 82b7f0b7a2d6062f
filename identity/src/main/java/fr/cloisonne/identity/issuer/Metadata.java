package fr.cloisonne.identity.issuer;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.List;
import java.util.Map;

/** What the issuer tells of itself (RFC 8414, OpenID Connect Discovery): what it does, no more. */
final class Metadata {

    private static final List<String> ASSERTIONS = List.of("ES256", "RS256", "PS256");
    private static final List<String> CLIENTS =
            List.of("client_secret_basic", "client_secret_post", "private_key_jwt", "none");

    private Metadata() {}

    static void correct(Map<String, Object> claims) {
        claims.put(
                "grant_types_supported",
                List.of("authorization_code", "client_credentials", "refresh_token"));
        for (String endpoint : List.of("token", "introspection", "revocation")) {
            claims.put(endpoint + "_endpoint_auth_methods_supported", CLIENTS);
            claims.put(endpoint + "_endpoint_auth_signing_alg_values_supported", ASSERTIONS);
        }
        claims.put("authorization_response_iss_parameter_supported", true);
        claims.put("request_uri_parameter_supported", false);
        claims.remove("tls_client_certificate_bound_access_tokens");
        claims.remove("dpop_signing_alg_values_supported");
    }

    static void people(Map<String, Object> claims) {
        correct(claims);
        claims.put("id_token_signing_alg_values_supported", List.of(JWSAlgorithm.RS256.getName()));
        claims.put("subject_types_supported", List.of("pairwise"));
        claims.put("scopes_supported", List.of("openid", "profile", "email"));
        claims.put("prompt_values_supported", List.of("none", "login", "consent"));
        claims.put(
                "claims_supported",
                List.of(
                        "sub",
                        "iss",
                        "aud",
                        "exp",
                        "iat",
                        "auth_time",
                        "acr",
                        "amr",
                        "name",
                        "given_name",
                        "family_name",
                        "locale",
                        "email"));
        claims.put(
                "acr_values_supported",
                List.of(PersonAtIssuer.ONE_FACTOR, PersonAtIssuer.TWO_FACTORS));
    }
}
