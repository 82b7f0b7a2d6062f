package fr.cloisonne.identity.federation;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * What a provider says of a person, read by its map of names. A name is that of a claim, dots and
 * all, or the path to one inside another ({@code realm_access.roles}); where both are, the claim
 * has it. It is somebody else's text: without control characters and never longer than we keep.
 *
 * @param names the map
 * @param person what was said
 */
record Claims(ClaimNames names, OidcUser person) {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");
    private static final int LONGEST = 254;
    private static final int MOST = 2_000;
    private static final int DEEPEST = 5;

    String given() {
        return text(names.given());
    }

    String family() {
        return text(names.family());
    }

    String name() {
        return (given() + " " + family()).strip();
    }

    String email() {
        return text(names.email());
    }

    List<String> groups() {
        return all().getOrDefault(names.groups(), List.of());
    }

    /** All that is said, each claim with its values; one with parts of its own by its parts. */
    Map<String, List<String>> all() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        take("", person.getClaims(), DEEPEST, all);
        return Collections.unmodifiableMap(all);
    }

    /** What lies nearer has the name before what lies deeper. */
    private static void take(
            String path, Map<?, ?> claims, int depth, Map<String, List<String>> all) {
        claims.forEach((key, said) -> {
            String name = path + key;
            if (!(said instanceof Map) && name.length() <= LONGEST && all.size() < MOST) {
                all.putIfAbsent(name, values(said));
            }
        });
        claims.forEach((key, said) -> {
            if (said instanceof Map<?, ?> parts && depth > 1) {
                take(path + key + ".", parts, depth - 1, all);
            }
        });
    }

    private static List<String> values(@Nullable Object said) {
        Stream<?> all =
                said instanceof Collection<?> many ? many.stream() : Stream.ofNullable(said);
        return all.filter(one -> !(one instanceof Map || one instanceof Collection))
                .map(String::valueOf)
                .map(Claims::clean)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private String text(String claim) {
        Object said = person.getClaims().get(claim);
        if (said == null) {
            List<String> found = all().getOrDefault(claim, List.of());
            return found.size() == 1 ? found.getFirst() : "";
        }
        return said instanceof String text ? clean(text) : "";
    }

    private static String clean(String text) {
        String seen = UNSEEN.matcher(text).replaceAll("").strip();
        return seen.substring(0, Math.min(seen.length(), LONGEST));
    }
}
