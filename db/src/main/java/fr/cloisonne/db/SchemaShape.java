package fr.cloisonne.db;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@code pg_catalog} must know of a schema of the latest version, a line a fact. */
public final class SchemaShape {

    /** By name, so that PostgreSQL finds each by its index, however many schemas there are. */
    private static final String FACTS =
            """
            WITH own AS (
              SELECT c.oid, c.relname, c.relkind, c.relacl FROM pg_class c
              WHERE c.relname = ANY (:names::name[]) AND c.relnamespace = to_regnamespace(:role))
            SELECT 'table ' || relname FROM own WHERE relkind = 'r'
            UNION ALL
            SELECT 'index ' || relname FROM own JOIN pg_index ON indexrelid = own.oid WHERE indisvalid
            UNION ALL
            SELECT 'constraint ' || conname || ' of ' || relname
            FROM own JOIN pg_constraint ON conrelid = own.oid WHERE contype <> 'n' AND convalidated
            UNION ALL
            SELECT 'column ' || attname || ' of ' || relname || ': ' || format_type(atttypid, atttypmod)
              || CASE WHEN attnotnull THEN ' not null' ELSE '' END
              || CASE WHEN atthasdef THEN ' default' ELSE '' END
            FROM own JOIN pg_attribute ON attrelid = own.oid
            WHERE relkind = 'r' AND attnum > 0 AND NOT attisdropped
            UNION ALL
            SELECT 'right ' || privilege_type || ' on ' || relname
            FROM own CROSS JOIN aclexplode(relacl) WHERE grantee = to_regrole(:role)::oid
            UNION ALL
            SELECT 'right ' || privilege_type || ' on ' || relname || '.' || attname
            FROM own JOIN pg_attribute ON attrelid = own.oid CROSS JOIN aclexplode(attacl)
            WHERE attacl IS NOT NULL AND grantee = to_regrole(:role)::oid
            """;

    private final String[] names;
    private final Set<String> facts;

    private SchemaShape(String[] names, Set<String> facts) {
        this.names = names;
        this.facts = facts;
    }

    /** The shape of a schema that is known to be right. */
    static SchemaShape of(JdbcClient jdbc, RoleName role) {
        String[] names =
                jdbc.sql("SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace(?)")
                        .param(role.value())
                        .query((row, n) -> row.getString(1))
                        .list()
                        .toArray(String[]::new);
        return new SchemaShape(names, facts(jdbc, role, names));
    }

    /**
     * What a schema lacks.
     *
     * @param jdbc of any login of the cell
     * @param role whose schema
     * @return tables, columns, constraints, indexes and rights, in alphabetical order; nothing if
     *     all is there
     */
    public List<String> missing(JdbcClient jdbc, RoleName role) {
        Set<String> present = facts(jdbc, role, names);
        return facts.stream().filter(fact -> !present.contains(fact)).sorted().toList();
    }

    private static Set<String> facts(JdbcClient jdbc, RoleName role, String[] names) {
        return new HashSet<>(
                jdbc.sql(FACTS)
                        .param("names", names)
                        .param("role", role.value())
                        .query((row, n) -> row.getString(1))
                        .list());
    }
}
