package fr.cloisonne.invoicing;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.invoicing.compliance.Anomaly;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the columns of a company's tables say that is more than a plain value. */
final class Columns {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Columns() {}

    static @Nullable UserAccountId person(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new UserAccountId(id);
    }

    static List<Anomaly> anomalies(ResultSet row) throws SQLException {
        return JSON.readValue(row.getString("anomalies"), new TypeReference<>() {});
    }

    static List<TaxLine> taxes(ResultSet row) throws SQLException {
        return JSON.readValue(row.getString("taxes"), new TypeReference<>() {});
    }
}
