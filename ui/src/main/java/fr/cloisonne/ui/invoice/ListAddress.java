package fr.cloisonne.ui.invoice;

import com.vaadin.flow.router.QueryParameters;
import fr.cloisonne.invoicing.InvoiceFilter;
import fr.cloisonne.invoicing.InvoiceSort;
import fr.cloisonne.invoicing.StatusFamily;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Filter and sort of the list as the address keeps them, so that Back and a copied link work. */
record ListAddress(InvoiceFilter filter, InvoiceSort sort) implements Serializable {

    static ListAddress of(QueryParameters query) {
        InvoiceFilter filter =
                new InvoiceFilter(
                        query.getSingleParameter("q").filter(text -> !text.isBlank()).orElse(null),
                        query.getSingleParameter("status")
                                .flatMap(ListAddress::family)
                                .orElse(null),
                        query.getSingleParameter("from").flatMap(ListAddress::day).orElse(null),
                        query.getSingleParameter("to").flatMap(ListAddress::day).orElse(null));
        InvoiceSort sort =
                query.getSingleParameter("sort")
                        .flatMap(ListAddress::sort)
                        .orElse(InvoiceSort.NEWEST_FIRST);
        return new ListAddress(filter, sort);
    }

    QueryParameters query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "q", filter.text());
        put(parameters, "status", filter.family());
        put(parameters, "from", filter.from());
        put(parameters, "to", filter.to());
        if (!sort.equals(InvoiceSort.NEWEST_FIRST)) {
            String field = sort.field().name().toLowerCase(Locale.ROOT);
            parameters.put("sort", sort.ascending() ? field : "-" + field);
        }
        return QueryParameters.simple(parameters);
    }

    boolean narrowed() {
        return !filter.equals(InvoiceFilter.ALL);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    private static Optional<StatusFamily> family(String text) {
        return Arrays.stream(StatusFamily.values())
                .filter(family -> family.name().equals(text))
                .findFirst();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static Optional<InvoiceSort> sort(String text) {
        boolean ascending = !text.startsWith("-");
        String name = (ascending ? text : text.substring(1)).toUpperCase(Locale.ROOT);
        return Arrays.stream(InvoiceSort.Field.values())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(field -> new InvoiceSort(field, ascending));
    }
}
