package fr.cloisonne.invoicing.compliance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What judging documents may cost a node.
 *
 * @param atOnce how many documents are judged at the same time
 * @param longest how long one may take, not counting the wait for its turn
 */
@ConfigurationProperties("cloisonne.judging")
record JudgingSettings(@DefaultValue("2") int atOnce, @DefaultValue("30s") Duration longest) {

    JudgingSettings {
        if (atOnce < 1 || !longest.isPositive()) {
            throw new IllegalArgumentException(
                    "cloisonne.judging.at-once and cloisonne.judging.longest must be above zero");
        }
    }
}
