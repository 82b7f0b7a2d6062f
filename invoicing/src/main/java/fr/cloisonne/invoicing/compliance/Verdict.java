package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.En16931Invoice;
import fr.cloisonne.invoicing.reading.Syntax;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one document.
 *
 * @param syntax its syntax, if it has one
 * @param invoice what was read, if it could be
 * @param anomalies all findings, those that refuse first
 * @param ruleSet the rules by which it was judged, with their versions
 * @param refusal official status code of a refusal (501 technical, 213 by content), or null
 */
public record Verdict(
        @Nullable Syntax syntax,
        @Nullable En16931Invoice invoice,
        List<Anomaly> anomalies,
        String ruleSet,
        @Nullable Integer refusal)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Irrecevable: the file cannot be used at all. */
    public static final int TECHNICAL = 501;

    /** Rejetée: the document's content is refused. */
    public static final int FUNCTIONAL = 213;

    /**
     * Of what is no document at all.
     *
     * @param rule id of the rule that says why
     * @param found what stands there instead; blank where there is nothing to show
     * @return a technical refusal
     */
    public static Verdict unreadable(String rule, String found) {
        Anomaly anomaly = Anomaly.error(rule, null, found.isBlank() ? null : found, null);
        return new Verdict(null, null, List.of(anomaly), OfficialRules.VERSION, TECHNICAL);
    }

    /**
     * Whether an invoice may be born of it.
     *
     * @return true if nothing refuses
     */
    public boolean accepted() {
        return refusal == null;
    }
}
