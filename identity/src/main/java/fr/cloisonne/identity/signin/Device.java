package fr.cloisonne.identity.signin;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device as its browser tells of itself: good enough for its owner to know it again, and no proof
 * of anything.
 *
 * @param browser a proper name, or empty
 * @param system a proper name, or empty
 */
public record Device(String browser, String system) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** In this order: most browsers also claim to be an older one. */
    private static final Map<String, String> BROWSERS =
            ordered(
                    "Edg", "Edge",
                    "OPR/", "Opera",
                    "SamsungBrowser", "Samsung Internet",
                    "Vivaldi", "Vivaldi",
                    "FxiOS", "Firefox",
                    "Firefox/", "Firefox",
                    "CriOS", "Chrome",
                    "Chrome/", "Chrome",
                    "Safari/", "Safari");

    private static final Map<String, String> SYSTEMS =
            ordered(
                    "Windows", "Windows",
                    "iPhone", "iPhone",
                    "iPad", "iPad",
                    "Android", "Android",
                    "CrOS", "ChromeOS",
                    "Mac OS X", "macOS",
                    "Linux", "Linux");

    /**
     * Reads what a browser says of itself.
     *
     * @param userAgent the header of that name
     * @return what is recognised of it
     */
    public static Device of(@Nullable String userAgent) {
        String said = userAgent == null ? "" : userAgent;
        return new Device(first(BROWSERS, said), first(SYSTEMS, said));
    }

    private static String first(Map<String, String> names, String said) {
        return names.entrySet().stream()
                .filter(name -> said.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
