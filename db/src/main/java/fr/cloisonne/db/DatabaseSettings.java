package fr.cloisonne.db;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lie.
 *
 * @param data the data folder: embedded database, secrets, staged files
 * @param masterKey the master key in Base64 (32 bytes); made and kept in the data folder when not
 *     given
 * @param platform the platform's database; the embedded one when not given
 * @param cells the cells by name; one cell {@code main} in the platform's database when none is
 *     given
 * @param outbox how events leave
 */
@ConfigurationProperties("cloisonne")
public record DatabaseSettings(
        @DefaultValue("data") Path data,
        @Nullable String masterKey,
        @Nullable Platform platform,
        @DefaultValue Map<String, Cell> cells,
        @DefaultValue Outbox outbox) {

    @Override
    public String toString() {
        return "DatabaseSettings[data=%s, platform=%s, cells=%s]".formatted(data, platform, cells);
    }

    /**
     * How events leave.
     *
     * @param scheduled whether this node hands them over each second
     */
    public record Outbox(@DefaultValue("true") boolean scheduled) {}

    /**
     * A database of one's own for the platform.
     *
     * @param url JDBC URL, PostgreSQL 15 or newer
     * @param instance the instance's name, as said to the bootstrap script
     * @param password of the login {@code cloisonne_<instance>_platform}
     * @param provisionPassword of the login {@code cloisonne_<instance>_provision}
     */
    public record Platform(String url, String instance, String password, String provisionPassword) {

        @Override
        public String toString() {
            return instance + " at " + url;
        }
    }

    /**
     * A cell.
     *
     * @param url JDBC URL; the platform's when not given
     * @param gatePassword of the login {@code cloisonne_<instance>_gate_<cell>}
     * @param workPassword of the login {@code cloisonne_<instance>_work_<cell>}
     */
    public record Cell(@Nullable String url, String gatePassword, String workPassword) {

        @Override
        public String toString() {
            return String.valueOf(url);
        }
    }
}
