package fr.cloisonne.db;

import java.util.List;

/**
 * All that {@code pg_catalog} knows of a tenant, a line a fact, with the tenant's name taken out:
 * two tenants are the same if their pictures are.
 */
final class SchemaPicture {

    private static final String FACTS =
            """
            WITH own AS (SELECT oid FROM pg_namespace WHERE nspname = :role),
            relation AS (SELECT c.* FROM pg_class c JOIN own ON c.relnamespace = own.oid)
            SELECT 'schema ' || nspowner::regrole || ' ' || coalesce(nspacl::text, '') || ' '
                || coalesce(obj_description(oid, 'pg_namespace'), '')
              FROM pg_namespace WHERE oid = (SELECT oid FROM own)
            UNION ALL SELECT 'relation ' || relname || ' ' || relkind::text || ' ' || relowner::regrole || ' '
                || relpersistence::text || ' ' || relrowsecurity || ' ' || coalesce(reloptions::text, '') || ' '
                || coalesce(relacl::text, '') || ' ' || coalesce(obj_description(oid, 'pg_class'), '')
              FROM relation WHERE relkind <> 't'
            UNION ALL SELECT 'column ' || relname || '.' || attname || ' '
                || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' ' || attidentity::text || ' '
                || attgenerated::text || ' ' || coalesce(pg_get_expr(adbin, adrelid), '') || ' '
                || coalesce(attacl::text, '')
              FROM relation c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT attisdropped
              LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
              WHERE relkind <> 't'
            UNION ALL SELECT 'constraint ' || conname || ' ' || conrelid::regclass || ' ' || convalidated
                || ' ' || pg_get_constraintdef(oid)
              FROM pg_constraint WHERE connamespace = (SELECT oid FROM own)
            UNION ALL SELECT 'index ' || indisvalid || ' ' || indisready || ' ' || pg_get_indexdef(indexrelid)
              FROM pg_index JOIN relation ON oid = indexrelid WHERE relkind <> 't'
            UNION ALL SELECT 'trigger ' || pg_get_triggerdef(t.oid)
              FROM pg_trigger t JOIN relation c ON t.tgrelid = c.oid WHERE NOT tgisinternal
            UNION ALL SELECT 'policy ' || polname || ' ' || coalesce(pg_get_expr(polqual, polrelid), '')
              FROM pg_policy p JOIN relation c ON p.polrelid = c.oid
            UNION ALL SELECT 'function ' || p.oid::regprocedure || ' ' || prosrc || ' ' || coalesce(proacl::text, '')
              FROM pg_proc p WHERE pronamespace = (SELECT oid FROM own)
            UNION ALL SELECT 'type ' || typname || ' ' || typtype::text
              FROM pg_type t WHERE typnamespace = (SELECT oid FROM own) AND typtype <> 'b' AND typtype <> 'c'
            UNION ALL SELECT 'role ' || rolinherit || rolcanlogin || rolcreaterole || rolcreatedb || rolsuper
              FROM pg_roles WHERE rolname = :role
            UNION ALL SELECT 'member of ' || roleid::regrole FROM pg_auth_members WHERE member = :role::regrole
            UNION ALL SELECT 'taken by ' || member::regrole FROM pg_auth_members WHERE roleid = :role::regrole
            UNION ALL SELECT 'may call ' || p.oid::regprocedure FROM pg_proc p
              WHERE pronamespace = 'cell'::regnamespace AND has_function_privilege(:role, p.oid, 'EXECUTE')
            """;

    private SchemaPicture() {}

    static List<String> of(TestDatabase database, RoleName role) {
        return database
                .superuser()
                .sql(FACTS)
                .param("role", role.value())
                .query((row, n) -> row.getString(1).replace(role.value(), "tenant"))
                .list()
                .stream()
                .sorted()
                .toList();
    }
}
