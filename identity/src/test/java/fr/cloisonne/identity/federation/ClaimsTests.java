package fr.cloisonne.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** What is read of what a provider says, under which names. */
class ClaimsTests {

    private static final String NAME_SPACE = "https://cabinet.example/roles";

    @Test
    void aClaimInsideAnotherIsReadByThePathToIt() {
        Claims claims =
                claims(
                        "resource_access.ma.compta.roles",
                        Map.of(
                                "realm_access",
                                Map.of("roles", List.of("associé", "paie")),
                                "resource_access",
                                Map.of("ma.compta", Map.of("roles", List.of("saisie")))));
        assertThat(claims.all())
                .containsEntry("realm_access.roles", List.of("associé", "paie"))
                .containsEntry("resource_access.ma.compta.roles", List.of("saisie"))
                .doesNotContainKeys("realm_access", "resource_access", "roles");
        assertThat(claims.groups()).containsExactly("saisie");
    }

    @Test
    void aClaimWhoseOwnNameHasDotsIsReadByItAndComesBeforeAPath() {
        Claims claims =
                claims(
                        NAME_SPACE,
                        Map.of(
                                NAME_SPACE,
                                List.of("admin"),
                                "realm_access",
                                Map.of("roles", List.of("inside")),
                                "realm_access.roles",
                                List.of("outside")));
        assertThat(claims.groups()).containsExactly("admin");
        assertThat(claims.all()).containsEntry("realm_access.roles", List.of("outside"));
    }

    @Test
    void ofTwoPathsWithOneNameTheShorterCounts() {
        Claims claims =
                claims("a.b.c", Map.of("a", Map.of("b", Map.of("c", "deep"), "b.c", "shallow")));
        assertThat(claims.groups()).containsExactly("shallow");
    }

    @Test
    void somebodyInManyGroupsIsInAllOfThemAndWhatNeverEndsIsCutOff() {
        List<String> many = IntStream.range(0, 1_500).mapToObj(n -> "g" + n).toList();
        assertThat(claims("groups", Map.of("groups", many)).groups()).hasSize(1_500);
        Map<String, Object> deep = new HashMap<>(Map.of("roles", "x"));
        for (int n = 0; n < 50; n++) {
            deep = new HashMap<>(Map.of("in", deep));
        }
        assertThat(claims("groups", deep).all()).containsOnlyKeys("sub");
    }

    @Test
    void whatIsNoTextIsNoNameAndControlCharactersAreLeftOut() {
        Claims claims =
                claims(
                        "groups",
                        Map.of(
                                "given_name",
                                Map.of("first", "Zoé"),
                                "family_name",
                                "Le\u0000fèvre\u202e",
                                "email",
                                List.of("a@x.example")));
        assertThat(claims.given()).isEmpty();
        assertThat(claims.family()).isEqualTo("Lefèvre");
        assertThat(claims.email()).isEmpty();
    }

    private static Claims claims(String groups, Map<String, Object> said) {
        Map<String, Object> all = new HashMap<>(said);
        all.put("sub", "somebody");
        Instant now = Instant.parse("2026-11-02T09:00:00Z");
        return new Claims(
                new ClaimNames("given_name", "family_name", "email", groups),
                new DefaultOidcUser(
                        List.of(), new OidcIdToken("token", now, now.plusSeconds(60), all)));
    }
}
