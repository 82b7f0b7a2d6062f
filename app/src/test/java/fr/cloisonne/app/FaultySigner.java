package fr.cloisonne.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.util.Map;

/** Signs for a provider, and as those would who want to be taken for it. */
final class FaultySigner {

    private final String secret;
    private final ECKey stranger;
    private volatile ECKey key;

    FaultySigner(String secret) throws JOSEException {
        this.secret = secret;
        key = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
        stranger = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
    }

    /** Another key from now on, under this name. */
    void changes(String name) throws JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyID(name).generate();
    }

    Map<String, Object> published() {
        return new JWKSet(key.toPublicJWK()).toJSONObject();
    }

    String own(JWTClaimsSet claims, String type) throws IOException {
        return signed(claims, es256(type), () -> new ECDSASigner(key));
    }

    /** By somebody else, under the same name. */
    String strange(JWTClaimsSet claims, String type) throws IOException {
        return signed(claims, es256(type), () -> new ECDSASigner(stranger));
    }

    /** By the client's secret, which is no key of the provider. */
    String confused(JWTClaimsSet claims, String type) throws IOException {
        return signed(
                claims,
                new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType(type)).build(),
                () -> new MACSigner(secret));
    }

    private static JWSHeader es256(String type) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID("k")
                .type(new JOSEObjectType(type))
                .build();
    }

    private static String signed(JWTClaimsSet claims, JWSHeader header, Signing by)
            throws IOException {
        try {
            var token = new SignedJWT(header, claims);
            token.sign(by.signer());
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IOException(failure);
        }
    }

    private interface Signing {
        JWSSigner signer() throws JOSEException;
    }
}
