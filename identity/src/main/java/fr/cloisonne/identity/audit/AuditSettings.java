package fr.cloisonne.identity.audit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the audit trail leaves its marks.
 *
 * @param checkpoint the file of checkpoints, outside the database; in the data folder when not
 *     given
 */
@ConfigurationProperties("cloisonne.audit")
public record AuditSettings(@Nullable Path checkpoint) {}
