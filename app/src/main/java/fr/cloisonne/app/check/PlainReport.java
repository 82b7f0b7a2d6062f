package fr.cloisonne.app.check;

import fr.cloisonne.app.check.Judgement.Outcome;
import fr.cloisonne.invoicing.compliance.Anomaly;
import fr.cloisonne.invoicing.compliance.AnomalyText;
import fr.cloisonne.invoicing.compliance.AnomalyTexts;
import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * For people: each document, what is wrong with it and how to mend it, and a last line of counts.
 */
final class PlainReport implements CheckReport {

    private static final String BUNDLE = "fr.cloisonne.app.check.check";
    private static final String INDENT = "    ";

    private final PrintStream out;
    private final Locale language;
    private final ResourceBundle words;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    PlainReport(PrintStream out, Locale language) {
        this.out = out;
        this.language = language;
        this.words = ResourceBundle.getBundle(BUNDLE, language);
    }

    @Override
    public void add(Judgement judgement) {
        counts.merge(judgement.outcome(), 1, Integer::sum);
        String place =
                judgement.entry() == null
                        ? judgement.file()
                        : judgement.file() + " › " + judgement.entry();
        line("", say("verdict." + judgement.outcome(), place));
        judgement.verdict().anomalies().forEach(this::anomaly);
        out.flush();
    }

    private void anomaly(Anomaly anomaly) {
        AnomalyText text = AnomalyTexts.render(anomaly, language);
        line("  ", say("severity." + anomaly.severity(), text.title()));
        labelled("rule", text.source());
        labelled("field", text.field());
        labelled("found", text.found());
        labelled("expected", text.expected());
        labelled("correction", text.correction());
    }

    private void labelled(String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            line(INDENT, say(label, value));
        }
    }

    @Override
    public void end() {
        out.println();
        line("", say("counts", of(Outcome.VALID), of(Outcome.INVALID), of(Outcome.UNREADABLE)));
        out.flush();
    }

    private int of(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    private String say(String key, Object... facts) {
        return new MessageFormat(words.getString(key), language).format(facts);
    }

    /** What a document holds moves no cursor and colours no terminal. */
    private void line(String indent, String text) {
        out.println(indent + text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " "));
    }
}
