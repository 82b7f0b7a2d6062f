package fr.cloisonne.invoicing;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/** How many invoices there are of each family. */
public record FamilyCounts(Map<StatusFamily, Integer> byFamily) implements Serializable {
    public static final FamilyCounts NONE = new FamilyCounts(Map.of());

    public FamilyCounts {
        byFamily = Map.copyOf(byFamily);
    }

    public int of(StatusFamily family) {
        return byFamily.getOrDefault(family, 0);
    }

    public int total() {
        return byFamily.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Both together. */
    public FamilyCounts plus(FamilyCounts other) {
        Map<StatusFamily, Integer> sum = new EnumMap<>(StatusFamily.class);
        sum.putAll(byFamily);
        other.byFamily.forEach((family, count) -> sum.merge(family, count, Integer::sum));
        return new FamilyCounts(sum);
    }
}
