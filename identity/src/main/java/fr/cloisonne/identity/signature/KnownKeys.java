package fr.cloisonne.identity.signature;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Instant;
import java.util.List;

/**
 * The keys of one set, as the database knew them at a moment.
 *
 * @param keys the newest first
 */
public record KnownKeys(List<SigningKey> keys) {

    /**
     * Every key that is published.
     *
     * @return both halves of each; whoever shows them shows the public ones alone
     */
    public JWKSet all() {
        return new JWKSet(keys.stream().map(SigningKey::jwk).toList());
    }

    /**
     * The newest key that may sign. A first key signs even where this node's clock is behind that
     * of the node which made it: nothing was signed by another.
     *
     * @param algorithm how it signs
     * @param now when
     * @return both halves
     */
    public JWK signing(JWSAlgorithm algorithm, Instant now) {
        List<SigningKey> newestFirst =
                keys.stream().filter(key -> key.algorithm().equals(algorithm)).toList();
        return newestFirst.stream()
                .filter(key -> !key.activeFrom().isAfter(now))
                .findFirst()
                .or(() -> newestFirst.reversed().stream().findFirst())
                .map(SigningKey::jwk)
                .orElseThrow(() -> new IllegalStateException("No key signs with " + algorithm));
    }
}
