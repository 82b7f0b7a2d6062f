package fr.cloisonne.tenancy.value;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A client company whose schema is not at the latest version, or not what its version says.
 *
 * @param company its name; its schema's where the catalogue does not know it
 * @param siren its SIREN, where the catalogue knows it
 * @param firm the firm that holds it, if one does
 * @param cell where the schema lies
 * @param schema its name there
 * @param version its version; nothing if no node has told it
 * @param state how it stands
 * @param reason what PostgreSQL said; empty where nothing failed
 * @param tries how often it was tried
 * @param failedAt when it failed last
 * @param nextAt when it is tried again
 */
public record SchemaLine(
        String company,
        @Nullable Siren siren,
        @Nullable String firm,
        String cell,
        String schema,
        @Nullable Integer version,
        SchemaState state,
        String reason,
        int tries,
        @Nullable Instant failedAt,
        @Nullable Instant nextAt)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
