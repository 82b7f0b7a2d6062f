package fr.cloisonne.identity.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Somebody who does not exist. The columns are those of FranceConnect's mock identity provider; an
 * empty one is a claim that is not given.
 *
 * @param login key of the person, within the provider
 * @param claims FranceConnect's claims by name: dates {@code YYYY-MM-DD}, birthplace as a COG
 *     commune, country as a COG country
 */
record FictionalPerson(String login, Map<String, String> claims) {

    private static final Set<String> PIVOT =
            Set.of(
                    "given_name",
                    "family_name",
                    "birthdate",
                    "gender",
                    "birthplace",
                    "birthcountry");

    private static final Map<String, Set<String>> SCOPES =
            Map.of(
                    "profile",
                    Set.of(
                            "given_name",
                            "family_name",
                            "birthdate",
                            "gender",
                            "preferred_username"),
                    "birth",
                    Set.of("birthplace", "birthcountry"),
                    "identite_pivot",
                    PIVOT,
                    "email",
                    Set.of("email"));

    FictionalPerson {
        claims = Map.copyOf(claims);
    }

    String name() {
        return claims.get("given_name") + " " + claims.get("family_name");
    }

    /** The claims that the scopes open: groups, or a claim by its own name. */
    Map<String, Object> claims(Set<String> scopes) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (String scope : scopes) {
            for (String claim : SCOPES.getOrDefault(scope, Set.of(scope))) {
                String value = claims.get(claim);
                if (value != null) {
                    given.put(claim, value);
                }
            }
        }
        return given;
    }
}
