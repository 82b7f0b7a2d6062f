package fr.cloisonne.identity.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What sensitive acts ask of the person.
 *
 * @param maxAge how long a proof of who they are stays good for them
 */
@ConfigurationProperties("cloisonne.proof")
record ProofSettings(@DefaultValue("10m") Duration maxAge) {

    ProofSettings {
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException(
                    "cloisonne.proof.max-age must be longer than nothing");
        }
    }
}
