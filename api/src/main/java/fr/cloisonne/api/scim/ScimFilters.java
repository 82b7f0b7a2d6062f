package fr.cloisonne.api.scim;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import fr.cloisonne.identity.provisioning.Condition;
import fr.cloisonne.identity.provisioning.Condition.All;
import fr.cloisonne.identity.provisioning.Condition.Any;
import fr.cloisonne.identity.provisioning.Condition.Compared;
import fr.cloisonne.identity.provisioning.Condition.Comparison;
import fr.cloisonne.identity.provisioning.Condition.Field;
import fr.cloisonne.identity.provisioning.Condition.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Filters of RFC 7644, 3.4.2.2, as conditions; what cannot be compared is refused. */
final class ScimFilters {

    private static final int LONGEST = 1_000;

    private static final Map<String, Field> USER =
            Map.of(
                    "id", Field.ID,
                    "externalid", Field.EXTERNAL_ID,
                    "username", Field.USER_NAME,
                    "displayname", Field.DISPLAY_NAME,
                    "name.givenname", Field.GIVEN_NAME,
                    "name.familyname", Field.FAMILY_NAME,
                    "emails", Field.EMAIL,
                    "emails.value", Field.EMAIL,
                    "active", Field.ACTIVE,
                    "meta.lastmodified", Field.CHANGED);

    private static final Map<String, Field> GROUP =
            Map.of(
                    "id", Field.ID,
                    "externalid", Field.EXTERNAL_ID,
                    "displayname", Field.DISPLAY_NAME,
                    "members", Field.MEMBER,
                    "members.value", Field.MEMBER,
                    "meta.lastmodified", Field.CHANGED);

    private final Map<String, Field> fields;

    private ScimFilters(Map<String, Field> fields) {
        this.fields = fields;
    }

    static @Nullable Condition ofUsers(@Nullable String filter) throws ScimException {
        return new ScimFilters(USER).read(filter);
    }

    static @Nullable Condition ofGroups(@Nullable String filter) throws ScimException {
        return new ScimFilters(GROUP).read(filter);
    }

    private @Nullable Condition read(@Nullable String filter) throws ScimException {
        if (filter == null || filter.isBlank()) {
            return null;
        }
        if (filter.length() > LONGEST) {
            throw BadRequestException.invalidFilter("A filter has at most 1,000 characters.");
        }
        return of(Filter.fromString(filter), "");
    }

    private Condition of(Filter filter, String within) throws ScimException {
        return switch (filter.getFilterType()) {
            case AND -> new All(each(filter, within));
            case OR -> new Any(each(filter, within));
            case NOT -> new Not(of(Objects.requireNonNull(filter.getInvertedFilter()), within));
            case COMPLEX_VALUE ->
                    of(Objects.requireNonNull(filter.getValueFilter()), name(filter, within) + ".");
            default -> compared(filter, name(filter, within));
        };
    }

    private List<Condition> each(Filter filter, String within) throws ScimException {
        List<Condition> each = new ArrayList<>();
        for (Filter one : Objects.requireNonNull(filter.getCombinedFilters())) {
            each.add(of(one, within));
        }
        return each;
    }

    private static String name(Filter filter, String within) {
        StringBuilder name = new StringBuilder(within);
        for (Path.Element element : Objects.requireNonNull(filter.getAttributePath())) {
            name.append(element.getAttribute()).append('.');
        }
        name.setLength(name.length() - 1);
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private Condition compared(Filter filter, String name) throws ScimException {
        // There is one address, and it is that of work.
        if (name.equals("emails.type") || name.equals("emails.primary")) {
            return new Compared(Field.EMAIL, Comparison.PRESENT, "");
        }
        Field field = fields.get(name);
        if (field == null) {
            throw BadRequestException.invalidFilter("Resources are not found by " + name + ".");
        }
        FilterType type = filter.getFilterType();
        if (type == FilterType.PRESENT) {
            return new Compared(field, Comparison.PRESENT, "");
        }
        String value = Objects.requireNonNull(filter.getComparisonValue()).asText();
        return switch (type) {
            case EQUAL -> new Compared(field, Comparison.EQUAL, value);
            case NOT_EQUAL -> new Not(new Compared(field, Comparison.EQUAL, value));
            case CONTAINS -> new Compared(field, Comparison.CONTAINS, value);
            case STARTS_WITH -> new Compared(field, Comparison.STARTS, value);
            case ENDS_WITH -> new Compared(field, Comparison.ENDS, value);
            case GREATER_THAN -> new Compared(field, Comparison.AFTER, value);
            case LESS_THAN -> new Compared(field, Comparison.BEFORE, value);
            case GREATER_OR_EQUAL -> orEqual(field, Comparison.AFTER, value);
            case LESS_OR_EQUAL -> orEqual(field, Comparison.BEFORE, value);
            default -> throw BadRequestException.invalidFilter("This operator is not known.");
        };
    }

    private static Condition orEqual(Field field, Comparison how, String value) {
        return new Any(
                List.of(
                        new Compared(field, how, value),
                        new Compared(field, Comparison.EQUAL, value)));
    }
}
