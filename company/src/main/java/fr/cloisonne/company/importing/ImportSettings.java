package fr.cloisonne.company.importing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Imports of client companies.
 *
 * @param lines most lines of one
 * @param size longest file
 * @param scheduled whether this node works on them
 */
@ConfigurationProperties("cloisonne.imports")
record ImportSettings(
        @DefaultValue("5000") int lines,
        @DefaultValue("10MB") DataSize size,
        @DefaultValue("true") boolean scheduled) {

    ImportSettings {
        if (lines < 1 || lines > 50_000 || size.toMegabytes() > 50) {
            throw new IllegalArgumentException(
                    "cloisonne.imports.lines must be 1 to 50000, and .size 50MB at most");
        }
    }
}
