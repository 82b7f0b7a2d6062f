package fr.cloisonne.identity.provisioning;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long tokens of directories count.
 *
 * @param tokenLife from its making
 * @param longestOverlap how long an old one may count beside the new one
 */
@ConfigurationProperties("cloisonne.provisioning")
record ProvisioningSettings(
        @DefaultValue("365d") Duration tokenLife, @DefaultValue("30d") Duration longestOverlap) {}
