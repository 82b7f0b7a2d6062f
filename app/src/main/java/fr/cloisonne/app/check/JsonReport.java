package fr.cloisonne.app.check;

import fr.cloisonne.invoicing.compliance.Anomaly;
import fr.cloisonne.invoicing.compliance.AnomalyText;
import fr.cloisonne.invoicing.compliance.AnomalyTexts;
import fr.cloisonne.invoicing.reading.Syntax;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A line of JSON a document, each a whole value; a member that has nothing to say is absent. */
final class JsonReport implements CheckReport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream out;
    private final Locale language;

    JsonReport(PrintStream out, Locale language) {
        this.out = out;
        this.language = language;
    }

    @Override
    public void add(Judgement judgement) {
        var verdict = judgement.verdict();
        var invoice = verdict.invoice();
        Members line = new Members();
        line.put("file", judgement.file());
        line.put("entry", judgement.entry());
        line.put("verdict", judgement.outcome().name().toLowerCase(Locale.ROOT));
        line.put("syntax", syntax(verdict.syntax()));
        line.put("profile", invoice == null ? null : invoice.profile());
        line.put("number", invoice == null ? null : invoice.number());
        line.put("rules", verdict.ruleSet());
        line.put("anomalies", verdict.anomalies().stream().map(this::anomaly).toList());
        out.println(JSON.writeValueAsString(line.all));
        out.flush();
    }

    private Map<String, Object> anomaly(Anomaly anomaly) {
        AnomalyText text = AnomalyTexts.render(anomaly, language);
        Members members = new Members();
        members.put("rule", anomaly.rule());
        members.put("severity", anomaly.severity().name().toLowerCase(Locale.ROOT));
        members.put("bt", anomaly.term());
        members.put("location", anomaly.location());
        members.put("found", anomaly.found());
        members.put("expected", text.expected());
        members.put("message", text.title());
        members.put("correction", text.correction());
        members.put("official", anomaly.source());
        return members.all;
    }

    private static @Nullable String syntax(@Nullable Syntax syntax) {
        return syntax == null ? null : syntax.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void end() {
        // Each line stands for itself.
    }

    /** In the order in which they are put. */
    private static final class Members {

        private final Map<String, Object> all = new LinkedHashMap<>();

        void put(String name, @Nullable Object value) {
            if (value != null) {
                all.put(name, value);
            }
        }
    }
}
