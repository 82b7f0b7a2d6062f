package fr.cloisonne.invoicing.compliance;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts findings into the reader's language. A rule is looked up by its id, then by its family
 * ({@code BR-CO}, {@code BR-FR-05} …), so that every rule of every official file has words.
 */
public final class AnomalyTexts {

    private static final String BUNDLE = "fr.cloisonne.invoicing.compliance.anomalies";
    private static final Pattern FRENCH = Pattern.compile("(BR-FR-(?:CO-|DEC-|MAP-)?\\d{2}).*");
    private static final Pattern FAMILY = Pattern.compile("(BR-[A-Z]+)-.*|(BR)-\\d+.*|([A-Z]+)-.*");

    private AnomalyTexts() {}

    /**
     * Says a finding.
     *
     * @param anomaly the finding
     * @param locale the reader's language; French unless English
     * @return in words
     */
    public static AnomalyText render(Anomaly anomaly, Locale locale) {
        ResourceBundle words = words(locale);
        String key = key(anomaly.rule(), words);
        return new AnomalyText(
                say(words, key + ".title", anomaly),
                field(anomaly, words),
                anomaly.found(),
                expected(words, key, anomaly),
                say(words, key + ".correction", anomaly),
                source(anomaly, words));
    }

    /** Some rules word what they expect; the others expect the value itself. */
    private static @Nullable String expected(ResourceBundle words, String key, Anomaly anomaly) {
        String own = key + ".expected";
        return words.containsKey(own) ? say(words, own, anomaly) : anomaly.expected();
    }

    static String key(String rule, ResourceBundle words) {
        return candidates(rule)
                .filter(candidate -> words.containsKey(candidate + ".title"))
                .findFirst()
                .orElse("other");
    }

    private static Stream<String> candidates(String rule) {
        Matcher french = FRENCH.matcher(rule);
        Matcher family = FAMILY.matcher(rule);
        String group =
                family.matches()
                        ? Stream.of(family.group(1), family.group(2), family.group(3))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(rule)
                        : rule;
        return Stream.of(rule, french.matches() ? french.group(1) : rule, group);
    }

    private static String say(ResourceBundle words, String key, Anomaly anomaly) {
        Object[] facts = {
            Objects.requireNonNullElse(anomaly.found(), "—"),
            Objects.requireNonNullElse(anomaly.expected(), "—"),
            field(anomaly, words)
        };
        return new MessageFormat(words.getString(key), words.getLocale()).format(facts);
    }

    private static String field(Anomaly anomaly, ResourceBundle words) {
        String term = anomaly.term();
        String name = name(term, words);
        String place = anomaly.location();
        return String.join(" · ", Stream.of(name, place).filter(Objects::nonNull).toList());
    }

    private static @Nullable String name(@Nullable String term, ResourceBundle words) {
        if (term == null) {
            return null;
        }
        return words.containsKey(term) ? words.getString(term) + " (" + term + ")" : term;
    }

    private static String source(Anomaly anomaly, ResourceBundle words) {
        String whose =
                anomaly.rule().startsWith("BR-FR")
                        ? "source.fr"
                        : anomaly.rule().startsWith("CLO-") ? "source.own" : "source.en";
        return anomaly.rule() + " · " + words.getString(whose);
    }

    private static ResourceBundle words(Locale locale) {
        Locale language = "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
        return ResourceBundle.getBundle(
                BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(
                        List.copyOf(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }
}
