package fr.cloisonne.company;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many client companies may be taken on.
 *
 * @param perDay by one firm within 24 hours
 */
@ConfigurationProperties("cloisonne.companies")
record AdditionSettings(@DefaultValue("5000") int perDay) {

    AdditionSettings {
        if (perDay < 1) {
            throw new IllegalArgumentException("cloisonne.companies.per-day must be at least 1");
        }
    }
}
