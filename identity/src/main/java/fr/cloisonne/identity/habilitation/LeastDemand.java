package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.habilitation.FactorSettings.Demand;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The least that a firm asks: a second factor of whoever administers it, unless this was left to
 * the firms.
 */
@Component
@EnableConfigurationProperties(FactorSettings.class)
public class LeastDemand {

    private final boolean ofAdministrators;
    private final boolean demonstration;

    LeastDemand(
            FactorSettings settings,
            @Value("${cloisonne.demonstration:false}") boolean demonstration) {
        Demand set = settings.administrators();
        this.ofAdministrators = set == null ? !demonstration : set == Demand.REQUIRED;
        this.demonstration = demonstration;
    }

    /**
     * Whether no firm can do without a second factor of its administrators.
     *
     * @return true unless it was left to the firms
     */
    public boolean ofAdministrators() {
        return ofAdministrators;
    }

    /**
     * Whether real firms were left without what security asks.
     *
     * @return true where it was set so outside a demonstration
     */
    public boolean weakened() {
        return !ofAdministrators && !demonstration;
    }
}
