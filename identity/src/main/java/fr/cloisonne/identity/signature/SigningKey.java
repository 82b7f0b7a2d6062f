package fr.cloisonne.identity.signature;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;

/**
 * A key that signs from a moment on, until the next one does.
 *
 * @param jwk both halves
 * @param algorithm how it signs
 * @param activeFrom since when
 */
public record SigningKey(JWK jwk, JWSAlgorithm algorithm, Instant activeFrom) {

    @Override
    public String toString() {
        return jwk.getKeyID() + " since " + activeFrom;
    }
}
