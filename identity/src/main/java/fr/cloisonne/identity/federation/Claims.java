package fr.cloisonne.identity.federation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * What a provider says of a person, read by its map of names. It is somebody else's text: without
 * control characters and never longer than we keep.
 *
 * @param names the map
 * @param person what was said
 */
record Claims(ClaimNames names, OidcUser person) {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");
    private static final int LONGEST = 254;
    private static final int MOST = 200;

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
        return values(person.getClaims().get(names.groups()));
    }

    /** All that is said, each claim with its values; what has parts of its own is left out. */
    Map<String, List<String>> all() {
        return person.getClaims().entrySet().stream()
                .filter(claim -> claim.getKey().length() <= LONGEST)
                .limit(MOST)
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, claim -> values(claim.getValue())));
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
        return person.getClaims().get(claim) instanceof String text ? clean(text) : "";
    }

    private static String clean(String text) {
        String seen = UNSEEN.matcher(text).replaceAll("").strip();
        return seen.substring(0, Math.min(seen.length(), LONGEST));
    }
}
