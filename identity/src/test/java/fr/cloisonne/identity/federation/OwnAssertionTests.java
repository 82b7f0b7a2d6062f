package fr.cloisonne.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.ParisClock;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.federation.TryCheck.Outcome;
import fr.cloisonne.identity.federation.TryCheck.Subject;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.issuer.IssuerSettings;
import fr.cloisonne.identity.signature.KeySet;
import fr.cloisonne.identity.signature.SigningKeyRows;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.MultiValueMap;

/** How the product proves itself to providers by keys of its own. */
@PostgresTest
@Import(ParisClock.class)
@TestPropertySource(properties = "cloisonne.federation.reach=loopback")
class OwnAssertionTests extends AtProvider {

    private static final String CLIENT = "our-id-there";

    @Autowired private FirmProviders providers;
    @Autowired private StoredProviders stored;
    @Autowired private ProviderRegistrations registrations;
    @Autowired private StandingChecks checks;
    @Autowired private OwnAssertions assertions;
    @Autowired private ClientKeys keys;
    @Autowired private SigningKeyRows rows;
    @Autowired private IssuerSettings issuer;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private FreshProof proof;
    @Autowired private TestDatabase database;
    @Autowired private SettableClock clock;

    private FirmShortName firm;
    private FirmId firmId;
    private UserAccountId administrator;

    @BeforeEach
    void aFirm() {
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        administrator = PersonFixture.colleague(accounts, firmId);
        granting.begin(firmId, administrator);
        SessionFixture.proven(proof, administrator, clock);
    }

    @Test
    void anAssertionIsForTheIssuerAloneForAMinuteAndOnce() throws Exception {
        Provider provider = added("/by-key");
        MultiValueMap<String, String> sent = sent(provider);
        assertThat(sent)
                .containsOnlyKeys("client_assertion_type", "client_assertion")
                .containsEntry(
                        "client_assertion_type",
                        List.of("urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));
        SignedJWT assertion = parsed(sent);
        assertThat(assertion.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        Map<String, Object> claims = assertion.getPayload().toJSONObject();
        assertThat(claims)
                .containsOnlyKeys("iss", "sub", "aud", "jti", "iat", "exp")
                .containsEntry("iss", CLIENT)
                .containsEntry("sub", CLIENT)
                // One text, not a list: nobody else is meant.
                .containsEntry("aud", issuer() + "/by-key")
                .containsEntry("exp", clock.instant().plusSeconds(60).getEpochSecond());
        assertThat(verified(assertion, published(firmId))).isTrue();
        assertThat(parsed(sent(provider)).getJWTClaimsSet().getJWTID())
                .isNotEqualTo(claims.get("jti"));
    }

    @Test
    void itIsSignedWithRs256WhereTheProviderSaysNothing() throws Exception {
        SignedJWT assertion = parsed(sent(added("")));
        assertThat(assertion.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(verified(assertion, published(firmId))).isTrue();
    }

    @Test
    void theKeysChangeWithoutBreakingASignIn() throws Exception {
        Provider provider = added("/by-key");
        SignedJWT first = parsed(sent(provider));
        JWKSet keptThere = published(firmId);
        clock.advance(issuer.keyLife().minus(issuer.keyNotice()));
        keys.keepGoing();
        // The next key is published and does not sign yet: who kept the old set is not lost.
        assertThat(published(firmId).size()).isGreaterThan(keptThere.size());
        assertThat(verified(parsed(sent(provider)), keptThere)).isTrue();
        keptThere = published(firmId);
        clock.advance(issuer.keyNotice());
        keys.keepGoing();
        SignedJWT second = parsed(sent(provider));
        assertThat(second.getHeader().getKeyID()).isNotEqualTo(first.getHeader().getKeyID());
        assertThat(verified(second, keptThere)).isTrue();
        assertThat(verified(first, published(firmId))).isTrue();
        clock.advance(issuer.keyNotice().plus(Duration.ofMinutes(1)));
        keys.keepGoing();
        assertThat(verified(first, published(firmId))).isFalse();
        assertThat(verified(parsed(sent(provider)), published(firmId))).isTrue();
    }

    @Test
    void whatIsSignedForOneUseNeverVerifiesForAnother() throws Exception {
        SignedJWT ours = parsed(sent(added("/by-key")));
        JWKSet mine = published(firmId);
        JWKSet issuers = rows.begun(new KeySet("issuer"), issuer.keys()).all();
        aFirm();
        SignedJWT theirs = parsed(sent(added("/by-key")));
        assertThat(verified(ours, issuers)).isFalse();
        assertThat(verified(ours, published(firmId))).isFalse();
        assertThat(verified(theirs, mine)).isFalse();
        assertThat(verified(theirs, published(firmId))).isTrue();
        // Nor does a key that is put into another set open there.
        database.superuser()
                .sql(
                        "UPDATE platform.signature_key SET key_set = 'issuer', active_from = active_from + interval '1 second' WHERE kid = ?")
                .param(ours.getHeader().getKeyID())
                .update();
        try {
            assertThatThrownBy(() -> rows.begun(new KeySet("issuer"), issuer.keys()))
                    .isInstanceOf(IllegalArgumentException.class);
        } finally {
            database.superuser()
                    .sql("DELETE FROM platform.signature_key WHERE kid = ?")
                    .param(ours.getHeader().getKeyID())
                    .update();
        }
    }

    @Test
    void publicHalvesAloneArePublishedForAWhile() throws Exception {
        added("/by-key");
        MockHttpServletResponse answer = asks("GET", ClientKeys.PATH + "/" + firmId);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("application/jwk-set+json");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("max-age=3600, public");
        assertThat(JWKSet.parse(answer.getContentAsString()).getKeys())
                .hasSize(2)
                .allSatisfy(key -> {
                    assertThat(key.isPrivate()).isFalse();
                    assertThat(key.getAlgorithm()).isNotNull();
                    assertThat(key.getKeyUse()).isEqualTo(com.nimbusds.jose.jwk.KeyUse.SIGNATURE);
                });
        assertThat(providers.get(administrator, firm, only().id()).keys())
                .isEqualTo(providers.keys(administrator, firm))
                .endsWith(ClientKeys.PATH + "/" + firmId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/x", "/0197a2c0-0000-7000-8000-000000000000"})
    void whereNoProviderReadsThemThereAreNone(String below) throws Exception {
        assertThat(asks("GET", ClientKeys.PATH + below).getStatus()).isEqualTo(404);
    }

    @Test
    void aSetThatNoProviderReadsAnyMoreIsForgotten() throws Exception {
        Provider provider = added("/by-key");
        sent(provider);
        assertThat(kept()).isEqualTo(2);
        providers.remove(administrator, firm, only().id());
        assertThat(asks("GET", ClientKeys.PATH + "/" + firmId).getStatus()).isEqualTo(404);
        keys.keepGoing();
        assertThat(kept()).isZero();
    }

    @Test
    void theTryOutSaysWhatTheProviderAnnounces() {
        Provider provider = added("/by-key");
        assertThat(check(provider))
                .isEqualTo(new TryCheck(Subject.CLIENT, Outcome.GOOD, "private_key_jwt, ES256"));
        assertThat(check(provider(form("", ClientAuthentication.PRIVATE_KEY, ""))))
                .isEqualTo(new TryCheck(Subject.CLIENT, Outcome.WARNING, "key-unannounced"));
        assertThat(check(provider(form("/by-other-key", ClientAuthentication.PRIVATE_KEY, ""))))
                .isEqualTo(new TryCheck(Subject.CLIENT, Outcome.BAD, "key-algorithm"));
        assertThat(check(provider(form("/by-key", ClientAuthentication.POST, "secret"))))
                .isEqualTo(new TryCheck(Subject.CLIENT, Outcome.WARNING, "secret-unannounced"));
        assertThat(check(provider(form("", ClientAuthentication.BASIC, "secret"))))
                .isEqualTo(new TryCheck(Subject.CLIENT, Outcome.GOOD, "client_secret_basic"));
    }

    private TryCheck check(Provider provider) {
        return checks.of(provider).stream()
                .filter(check -> check.subject() == Subject.CLIENT)
                .findFirst()
                .orElseThrow();
    }

    private Provider added(String path) {
        providers.add(administrator, firm, form(path, ClientAuthentication.PRIVATE_KEY, ""));
        return only().provider();
    }

    private StoredProviders.Stored only() {
        return stored.ofFirm(firmId).getFirst();
    }

    private Provider provider(ProviderForm form) {
        return form.provider(new ProviderId(firmId.value()), firmId);
    }

    private static ProviderForm form(String path, ClientAuthentication proof, String secret) {
        return new ProviderForm(
                issuer() + path,
                "Du cabinet",
                CLIENT,
                secret,
                proof,
                List.of("openid"),
                "",
                false,
                ClaimNames.STANDARD,
                SignOutWays.USUAL,
                0);
    }

    private MultiValueMap<String, String> sent(Provider provider) {
        var asked =
                OAuth2AuthorizationRequest.authorizationCode()
                        .authorizationUri(provider.issuer())
                        .clientId(provider.clientId())
                        .state("state")
                        .build();
        var answer =
                OAuth2AuthorizationResponse.success("code")
                        .redirectUri("http://localhost")
                        .state("state")
                        .build();
        return assertions.parameters(
                new OAuth2AuthorizationCodeGrantRequest(
                        registrations.of(provider),
                        new OAuth2AuthorizationExchange(asked, answer)));
    }

    private static SignedJWT parsed(MultiValueMap<String, String> sent) throws Exception {
        return SignedJWT.parse(sent.getFirst("client_assertion"));
    }

    private static boolean verified(SignedJWT token, JWKSet known) throws Exception {
        @Nullable JWK key = known.getKeyByKeyId(token.getHeader().getKeyID());
        return key != null
                && token.verify(
                        new DefaultJWSVerifierFactory()
                                .createJWSVerifier(
                                        token.getHeader(), ((AsymmetricJWK) key).toPublicKey()));
    }

    private JWKSet published(FirmId whose) throws Exception {
        return JWKSet.parse(asks("GET", ClientKeys.PATH + "/" + whose).getContentAsString());
    }

    private MockHttpServletResponse asks(String method, String path) throws Exception {
        var answer = new MockHttpServletResponse();
        new PublishedKeys(keys)
                .doFilter(new MockHttpServletRequest(method, path), answer, new MockFilterChain());
        return answer;
    }

    private long kept() {
        return database.superuser()
                .sql("SELECT count(*) FROM platform.signature_key WHERE key_set LIKE ?")
                .param("%" + firmId)
                .query(Long.class)
                .single();
    }
}
