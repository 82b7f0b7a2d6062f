package fr.cloisonne.ui.audit;

import com.vaadin.flow.router.QueryParameters;
import fr.cloisonne.identity.audit.ActKind;
import fr.cloisonne.tenancy.value.Siren;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What narrows the journal as the address keeps it, so that Back, a second tab and a copied link
 * show the same.
 *
 * @param text what was typed, or blank
 * @param person who acted or to whom it was done
 * @param kind what it is about
 * @param company in which client company
 * @param from not before this day
 * @param to not after this day
 */
record AuditAddress(
        String text,
        @Nullable UUID person,
        @Nullable ActKind kind,
        @Nullable Siren company,
        @Nullable LocalDate from,
        @Nullable LocalDate to)
        implements Serializable {

    private static final int LONGEST = 200;

    static AuditAddress of(QueryParameters query) {
        return new AuditAddress(
                query.getSingleParameter("q")
                        .map(String::strip)
                        .filter(text -> text.length() <= LONGEST)
                        .orElse(""),
                read(query, "person", AuditAddress::id),
                read(query, "kind", AuditAddress::kind),
                read(query, "company", Siren::tryParse),
                read(query, "from", AuditAddress::day),
                read(query, "to", AuditAddress::day));
    }

    QueryParameters query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "q", text.isBlank() ? null : text);
        put(parameters, "person", person);
        put(parameters, "kind", kind);
        put(parameters, "company", company == null ? null : company.value());
        put(parameters, "from", from);
        put(parameters, "to", to);
        return QueryParameters.simple(parameters);
    }

    /** What makes no sense is as if it were not there. */
    private static <T> @Nullable T read(
            QueryParameters query, String name, Function<String, Optional<T>> reading) {
        return query.getSingleParameter(name).flatMap(reading).orElse(null);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<ActKind> kind(String text) {
        return Arrays.stream(ActKind.values()).filter(kind -> kind.name().equals(text)).findFirst();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
