package fr.cloisonne.invoicing.staging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may wait on this node's disk.
 *
 * @param person of one person
 * @param firm of all people of one firm
 * @param free what must stay free on the disk
 * @param patience how long a file waits at the door for room before it is refused
 */
@ConfigurationProperties("cloisonne.staging")
record StagingSettings(
        @DefaultValue("300MB") DataSize person,
        @DefaultValue("1GB") DataSize firm,
        @DefaultValue("512MB") DataSize free,
        @DefaultValue("30s") Duration patience) {

    StagingSettings {
        if (person.toBytes() <= 0 || firm.toBytes() <= 0) {
            throw new IllegalArgumentException(
                    "cloisonne.staging.person and cloisonne.staging.firm must be above zero");
        }
    }
}
