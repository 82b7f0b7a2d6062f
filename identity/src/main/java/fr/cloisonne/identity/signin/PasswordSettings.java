package fr.cloisonne.identity.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the hash of a password costs (Argon2id, RFC 9106).
 *
 * @param memory KiB that each hash fills
 * @param passes how often it goes through them
 * @param lanes how many lanes it has
 * @param atOnce how many are made at the same time on this node
 */
@ConfigurationProperties("cloisonne.argon2")
record PasswordSettings(
        @DefaultValue("19456") int memory,
        @DefaultValue("2") int passes,
        @DefaultValue("1") int lanes,
        @DefaultValue("2") int atOnce) {

    private static final int LEAST_MEMORY = 7_168;

    PasswordSettings {
        if (memory < LEAST_MEMORY || passes < 1 || lanes < 1 || atOnce < 1) {
            throw new IllegalArgumentException(
                    "cloisonne.argon2 needs memory of %d KiB, one pass, one lane and one at once at least"
                            .formatted(LEAST_MEMORY));
        }
    }
}
