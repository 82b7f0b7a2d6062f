package fr.cloisonne.app.check;

import fr.cloisonne.invoicing.compliance.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one document.
 *
 * @param file as typed, or found below a folder that was
 * @param entry its path in the archive, if the file is one
 * @param verdict what the rules say
 */
record Judgement(String file, @Nullable String entry, Verdict verdict) {

    /** In one word. */
    enum Outcome {
        VALID,
        INVALID,
        UNREADABLE
    }

    Outcome outcome() {
        if (verdict.accepted()) {
            return Outcome.VALID;
        }
        return verdict.syntax() == null ? Outcome.UNREADABLE : Outcome.INVALID;
    }
}
