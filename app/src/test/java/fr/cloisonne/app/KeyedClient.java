package fr.cloisonne.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a provider asks of a client that proves itself by a key (RFC 7523). */
final class KeyedClient {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final long LONGEST_SECONDS = 60;

    private final String id;
    private final String issuer;
    private final URI keys;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    KeyedClient(String id, String issuer, String keys) {
        this.id = id;
        this.issuer = issuer;
        this.keys = URI.create(keys);
    }

    /** Whether a token request comes from it, without any secret in it. */
    boolean proves(Map<String, String> form, Headers headers) throws IOException {
        String assertion = form.get("client_assertion");
        if (assertion == null
                || !TYPE.equals(form.get("client_assertion_type"))
                || form.containsKey("client_secret")
                || headers.containsKey("Authorization")) {
            return false;
        }
        try {
            SignedJWT token = SignedJWT.parse(assertion);
            return isSigned(token) && isMeant(token.getPayload().toJSONObject());
        } catch (ParseException | JOSEException malformed) {
            return false;
        }
    }

    private boolean isSigned(SignedJWT token) throws IOException, ParseException, JOSEException {
        JWKSet published = JWKSet.load(keys.toURL());
        @Nullable JWK key = published.getKeyByKeyId(token.getHeader().getKeyID());
        return published.getKeys().stream().noneMatch(JWK::isPrivate)
                && key instanceof AsymmetricJWK pair
                && token.verify(
                        new DefaultJWSVerifierFactory()
                                .createJWSVerifier(token.getHeader(), pair.toPublicKey()));
    }

    private boolean isMeant(Map<String, Object> claims) {
        long now = Instant.now().getEpochSecond();
        return id.equals(claims.get("iss"))
                && id.equals(claims.get("sub"))
                && issuer.equals(claims.get("aud"))
                && claims.get("exp") instanceof Long end
                && end > now
                && end <= now + LONGEST_SECONDS
                && claims.get("jti") instanceof String once
                && used.add(once);
    }
}
