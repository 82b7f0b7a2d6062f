package fr.cloisonne.invoicing.compliance;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One finding of a named rule, as codes and facts; its words are made for the reader's language by
 * {@link AnomalyTexts}.
 *
 * @param rule id of the rule, official or ours
 * @param severity whether it refuses
 * @param term the business term, such as {@code BT-30}, if the rule is about one
 * @param location where in the document, as a path
 * @param found what stands there
 * @param expected what should
 * @param source the official rule's own words, if it has any
 */
public record Anomaly(
        String rule,
        Severity severity,
        @Nullable String term,
        @Nullable String location,
        @Nullable String found,
        @Nullable String expected,
        @Nullable String source)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * A finding of a rule of ours.
     *
     * @param rule its id
     * @param term the business term
     * @param found what stands there
     * @param expected what should
     * @return an error
     */
    public static Anomaly error(
            String rule, @Nullable String term, @Nullable String found, @Nullable String expected) {
        return new Anomaly(rule, Severity.ERROR, term, null, found, expected, null);
    }

    /**
     * A remark of a rule of ours.
     *
     * @param rule its id
     * @param term the business term
     * @param found what stands there
     * @param expected what should
     * @return a warning
     */
    public static Anomaly warning(
            String rule, @Nullable String term, @Nullable String found, @Nullable String expected) {
        return new Anomaly(rule, Severity.WARNING, term, null, found, expected, null);
    }

    /**
     * Whether it refuses.
     *
     * @return true for an error
     */
    public boolean refuses() {
        return severity == Severity.ERROR;
    }
}
