package fr.cloisonne.identity.provisioning;

import fr.cloisonne.identity.provisioning.Condition.All;
import fr.cloisonne.identity.provisioning.Condition.Any;
import fr.cloisonne.identity.provisioning.Condition.Compared;
import fr.cloisonne.identity.provisioning.Condition.Field;
import fr.cloisonne.identity.provisioning.Condition.Not;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException.Reason;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a condition as SQL: columns of a fixed list, every value a parameter. */
final class ConditionSql {

    /** A person's columns. */
    static final Map<Field, String> PERSON =
            Map.of(
                    Field.ID, "p.id",
                    Field.EXTERNAL_ID, "p.external_id",
                    Field.USER_NAME, "p.user_name_key",
                    Field.GIVEN_NAME, "lower(p.given_name)",
                    Field.FAMILY_NAME, "lower(p.family_name)",
                    Field.EMAIL, "lower(p.email)",
                    Field.ACTIVE, PersonReading.ACTIVE,
                    Field.DISPLAY_NAME, "lower(p.given_name || ' ' || p.family_name)",
                    Field.CHANGED, "p.changed_at");

    /** A group's columns. */
    static final Map<Field, String> GROUP =
            Map.of(
                    Field.ID, "g.id",
                    Field.EXTERNAL_ID, "g.external_id",
                    Field.DISPLAY_NAME, "g.display_key",
                    Field.MEMBER, "m.person_id",
                    Field.CHANGED, "g.changed_at");

    private final Map<Field, String> columns;
    private final Map<String, Object> values = new HashMap<>();
    private final String text;

    ConditionSql(Map<Field, String> columns, @Nullable Condition condition) {
        this.columns = columns;
        this.text = condition == null ? "true" : write(condition);
    }

    String text() {
        return text;
    }

    Map<String, Object> values() {
        return values;
    }

    private String write(Condition condition) {
        return switch (condition) {
            case All all -> joined(all.each(), " AND ");
            case Any any -> joined(any.each(), " OR ");
            // Unknown is no match, and its contrary is one: as in RFC 7644, not as in SQL.
            case Not not -> "(" + write(not.of()) + ") IS NOT TRUE";
            case Compared compared when compared.field() == Field.MEMBER ->
                    "EXISTS (SELECT 1 FROM platform.provisioned_group_member m WHERE m.group_id = g.id AND "
                            + compared(compared)
                            + ")";
            case Compared compared -> compared(compared);
        };
    }

    private String joined(List<Condition> each, String with) {
        return each.stream().map(this::write).collect(Collectors.joining(with, "(", ")"));
    }

    private String compared(Compared one) {
        String column = columns.get(one.field());
        if (column == null) {
            throw refused();
        }
        return switch (one.how()) {
            case PRESENT -> column + " IS NOT NULL";
            case EQUAL -> column + " = " + value(one);
            case AFTER -> column + " > " + value(one);
            case BEFORE -> column + " < " + value(one);
            case CONTAINS -> like(column, one, "%", "%");
            case STARTS -> like(column, one, "", "%");
            case ENDS -> like(column, one, "%", "");
        };
    }

    private String value(Compared one) {
        try {
            return switch (one.field()) {
                case ID, MEMBER -> keep(UUID.fromString(one.value()));
                case ACTIVE -> keep(Boolean.valueOf(one.value()));
                case CHANGED -> keep(Timestamp.from(OffsetDateTime.parse(one.value()).toInstant()));
                case EXTERNAL_ID -> keep(one.value());
                default -> keep(Texts.key(one.value()));
            };
        } catch (IllegalArgumentException | DateTimeException noSuchThing) {
            return "NULL";
        }
    }

    private String like(String column, Compared one, String before, String after) {
        switch (one.field()) {
            case ID, MEMBER, ACTIVE, CHANGED -> throw refused();
            default -> {}
        }
        String sought = one.field() == Field.EXTERNAL_ID ? one.value() : Texts.key(one.value());
        String pattern = sought.replaceAll("([\\\\%_])", "\\\\$1");
        return column + " LIKE " + keep(before + pattern + after);
    }

    private static ProvisioningRefusedException refused() {
        return new ProvisioningRefusedException(Reason.VALUE, "filter");
    }

    private String keep(Object value) {
        String name = "v" + values.size();
        values.put(name, value);
        return ":" + name;
    }
}
