package fr.cloisonne.identity.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import fr.cloisonne.identity.technical.CreatedClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Machines that prove themselves by what they sign; each fault against a connection of its own. */
class AssertionTests extends AtIssuer {

    private ECKey key;
    private CreatedClient machine;

    @BeforeEach
    void aConnectionWithAKey() throws JOSEException {
        key = new ECKeyGenerator(Curve.P_256).generate();
        machine = connection(key.toPublicJWK().toJSONString());
    }

    @Test
    void provesAMachineOnceAndNotWhenItIsReplayed() throws JOSEException {
        String assertion = signed(claims().build());
        assertThat(asserted(assertion).status()).isEqualTo(200);
        assertThat(asserted(assertion).status()).isEqualTo(401);
    }

    /** Pushing a request takes the same proof; a machine that gives it has no people to sign in. */
    @Test
    void provesAMachineWhereRequestsArePushedToo() throws JOSEException {
        String assertion = signed(claims().build());
        Caller.Answer known = pushed(assertion);
        assertThat(known.status()).isEqualTo(400);
        assertThat(known.text("error")).isEqualTo("unauthorized_client");
        assertThat(pushed(assertion).status()).isEqualTo(401);
        key = new ECKeyGenerator(Curve.P_256).generate();
        Caller.Answer forged = pushed(signed(claims().build()));
        assertThat(forged.status()).isEqualTo(401);
        assertThat(forged.text("error")).isEqualTo("invalid_client");
    }

    @Test
    void aKeyMayBePastedAsPem() throws JOSEException {
        String pem =
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key.toECPublicKey().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n";
        machine = connection(pem);
        assertThat(asserted(signed(claims().build())).status()).isEqualTo(200);
    }

    @Test
    void aSecretIsNoWayInWhereAKeyWasGiven() {
        Caller.Answer answer =
                caller.post(
                        "/oauth2/token",
                        machine.clientId(),
                        "secret",
                        Map.of("grant_type", "client_credentials"));
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void algorithmNoneIsRefused() {
        assertRefused(new PlainJWT(claims().build()).serialize());
    }

    /** The public key, which anybody may have, as the secret of an HMAC. */
    @Test
    void algorithmConfusionIsRefused() throws JOSEException {
        SignedJWT confused = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        confused.sign(
                new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        assertRefused(confused.serialize());
    }

    @Test
    void anothersSignatureIsRefused() throws JOSEException {
        key = new ECKeyGenerator(Curve.P_256).generate();
        assertRefused(signed(claims().build()));
    }

    @Test
    void anotherAudienceIsRefused() throws JOSEException {
        assertFault(claims -> claims.audience("https://other.example"));
    }

    @Test
    void anotherIssuerIsRefused() throws JOSEException {
        assertFault(claims -> claims.issuer("other"));
    }

    @Test
    void anotherSubjectIsRefused() throws JOSEException {
        assertFault(claims -> claims.subject("other"));
    }

    @Test
    void anExpiredOneIsRefused() throws JOSEException {
        assertFault(claims -> claims.expirationTime(ahead(-120)));
    }

    @Test
    void oneWithoutEndIsRefused() throws JOSEException {
        assertFault(claims -> claims.expirationTime(null));
    }

    @Test
    void oneThatLivesTooLongIsRefused() throws JOSEException {
        assertFault(claims -> claims.expirationTime(ahead(3_600)));
    }

    @Test
    void oneFromTheFutureIsRefused() throws JOSEException {
        assertFault(claims -> claims.notBeforeTime(ahead(120)));
    }

    @Test
    void oneWithoutIdIsRefused() throws JOSEException {
        assertFault(claims -> claims.jwtID(null));
    }

    private void assertFault(UnaryOperator<JWTClaimsSet.Builder> fault) throws JOSEException {
        assertRefused(signed(fault.apply(claims()).build()));
    }

    private void assertRefused(String assertion) {
        Caller.Answer answer = asserted(assertion);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("error")).isEqualTo("invalid_client");
    }

    private Caller.Answer asserted(String assertion) {
        return caller.post(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        machine.clientId(),
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                        assertion));
    }

    private Caller.Answer pushed(String assertion) {
        return caller.post(
                "/oauth2/par",
                Map.of(
                        "response_type",
                        "code",
                        "scope",
                        "openid",
                        "redirect_uri",
                        "https://tool.example/back",
                        "code_challenge",
                        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                        "code_challenge_method",
                        "S256",
                        "client_id",
                        machine.clientId(),
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                        assertion));
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(machine.clientId())
                .subject(machine.clientId())
                .audience(issuer)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(ahead(60));
    }

    private static Date ahead(int seconds) {
        return Date.from(Clock.systemUTC().instant().plusSeconds(seconds));
    }

    private String signed(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }
}
