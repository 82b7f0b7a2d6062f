package fr.cloisonne.identity.federation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How sure a provider must be of a person ({@code acr}). The levels of eIDAS have an order, and one
 * above does as well; of any other values asked, one must come back as it is.
 *
 * @param asked one value or several with spaces between; blank asks for none
 */
record AuthenticationLevel(String asked) {

    private static final List<String> EIDAS = List.of("eidas1", "eidas2", "eidas3");

    boolean isMetBy(@Nullable String reached) {
        if (asked.isBlank()) {
            return true;
        }
        if (reached == null) {
            return false;
        }
        List<String> values = List.of(asked.strip().split(" +", -1));
        int least = values.stream().mapToInt(EIDAS::indexOf).min().orElse(-1);
        return least >= 0 ? EIDAS.indexOf(reached) >= least : values.contains(reached);
    }
}
