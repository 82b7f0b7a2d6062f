package fr.cloisonne.invoicing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A filter as SQL; every value travels as a parameter. */
record InvoiceWhere(String sql, Map<String, Object> parameters) {

    static InvoiceWhere of(InvoiceFilter filter) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        if (filter.text() != null && !filter.text().isBlank()) {
            values.put(
                    "text", "%" + filter.text().strip().replaceAll("([%_\\\\])", "\\\\$1") + "%");
            conditions.add(
                    "(i.number ILIKE :text OR extensions.plain(i.buyer_name) LIKE extensions.plain(:text))");
        }
        if (filter.family() != null) {
            values.put(
                    "statuses",
                    InvoiceStatus.of(filter.family()).stream().map(InvoiceStatus::code).toList());
            conditions.add("i.status IN (:statuses)");
        }
        if (filter.from() != null) {
            values.put("from", filter.from());
            conditions.add("i.issue_date >= :from");
        }
        if (filter.to() != null) {
            values.put("to", filter.to());
            conditions.add("i.issue_date <= :to");
        }
        String sql = conditions.stream().collect(Collectors.joining(" AND ", " WHERE ", " "));
        return new InvoiceWhere(conditions.isEmpty() ? " " : sql, values);
    }
}
