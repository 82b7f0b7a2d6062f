package fr.cloisonne.db;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What no version of the client companies' schema may do, and what only one that is marked as a
 * contraction may.
 */
enum SchemaRule {
    // Nodes of the release before still use it.
    DROPS(true, "\\bDROP\\s+(?!CONSTRAINT|DEFAULT|NOT\\s+NULL|INDEX)\\w+"),
    RENAMES(true, "\\bRENAME\\b"),
    ANOTHER_TYPE(true, "\\bALTER\\s+(COLUMN\\s+)?\\w+\\s+(SET\\s+DATA\\s+)?TYPE\\b"),
    NO_LONGER_EMPTY(true, "\\bSET\\s+NOT\\s+NULL\\b"),
    OBLIGATORY_COLUMN(true, "\\bADD\\s+COLUMN\\s+(?![^,;]*\\bDEFAULT\\b)[^,;]*\\bNOT\\s+NULL\\b"),
    NEW_CONSTRAINT(
            true, "\\bALTER\\s+TABLE[^;]*\\bADD\\s+(CONSTRAINT|CHECK|UNIQUE|FOREIGN|PRIMARY)\\b"),
    RIGHT_TAKEN(true, "\\bREVOKE\\b"),
    // What a transaction per tenant, or the isolation, does not bear.
    OUTSIDE_THE_TRANSACTION(false, "\\bCONCURRENTLY\\b|\\bVACUUM\\b|\\bCOMMIT\\b|\\bBEGIN\\b"),
    ANOTHER_SCHEMA(
            false,
            "\\b(?:REFERENCES|TABLE|INTO|FROM|JOIN|UPDATE|ON)\\s+(?:public|platform|cell|pg_\\w+|t_\\w+)\\."),
    ROLE_OR_PATH(false, "\\bSET\\s+(LOCAL\\s+|SESSION\\s+)?(ROLE|search_path)\\b|\\bRESET\\b"),
    OWNED_BY_A_TENANT(false, "\\bOWNER\\s+TO\\b|\\bGRANT\\s+(CREATE|ALL)\\b"),
    SEQUENCE(
            false,
            "\\bSEQUENCE\\b|\\b(big|small)?serial\\b|\\bnextval\\b|\\bGENERATED\\b[^,]*\\bIDENTITY\\b"),
    TEMPORARY(false, "\\bTEMP(ORARY)?\\b|\\bUNLOGGED\\b"),
    // What Citus refuses in a schema that it distributes.
    TRIGGER(false, "\\bTRIGGER\\b|\\bCREATE\\s+(OR\\s+REPLACE\\s+)?RULE\\b"),
    MERGE(false, "\\bMERGE\\s+INTO\\b"),
    FUNCTION(false, "\\bCREATE\\s+(OR\\s+REPLACE\\s+)?(FUNCTION|PROCEDURE|EXTENSION|DOMAIN)\\b"),
    INHERITANCE(false, "\\bINHERITS\\b"),
    TABLESPACE(false, "\\bTABLESPACE\\b");

    private final boolean allowedWithMark;
    private final Pattern form;

    SchemaRule(boolean allowedWithMark, String form) {
        this.allowedWithMark = allowedWithMark;
        this.form = Pattern.compile(form, Pattern.CASE_INSENSITIVE);
    }

    /** The rules that a version breaks. */
    static List<SchemaRule> brokenBy(ClientVersion version) {
        return version.statements().stream()
                .map(SchemaRule::bare)
                .flatMap(sql -> Stream.of(values()).filter(rule -> rule.form.matcher(sql).find()))
                .filter(rule -> !(rule.allowedWithMark && version.contract()))
                .distinct()
                .toList();
    }

    /** Without comments and without what stands in quotes. */
    private static String bare(String sql) {
        return sql.replaceAll("--[^\\n]*", " ").replaceAll("'[^']*'", "''");
    }
}
