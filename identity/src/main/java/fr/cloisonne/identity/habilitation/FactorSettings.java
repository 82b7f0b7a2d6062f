package fr.cloisonne.identity.habilitation;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What firms ask at the least.
 *
 * @param administrators whether each firm asks its administrators for a second factor; when not
 *     given required, in a demonstration optional
 */
@ConfigurationProperties("cloisonne.second-factor")
record FactorSettings(@Nullable Demand administrators) {

    enum Demand {
        /** Every firm does. */
        REQUIRED,
        /** Each firm chooses. */
        OPTIONAL
    }
}
