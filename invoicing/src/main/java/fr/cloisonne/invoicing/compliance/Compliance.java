package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.InvoiceReader;
import fr.cloisonne.invoicing.reading.Reading.Document;
import fr.cloisonne.invoicing.reading.Reading.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Judges one file: reads it, holds it against its schema, then against the official rules and ours.
 * It holds no connection and changes nothing.
 */
@Component
public class Compliance {

    private final InvoiceReader reader;
    private final List<ComplianceRule> rules;
    private final Schemas schemas = new Schemas();
    private final OfficialRules official = new OfficialRules();

    Compliance(InvoiceReader reader, List<ComplianceRule> rules) {
        this.reader = reader;
        this.rules = rules;
    }

    /** Compiles schemas and rules ahead of the first document, which would wait for them. */
    public void warmUp() {
        schemas.warmUp();
        official.warmUp();
    }

    /**
     * Judges a file.
     *
     * @param file a file that does not change meanwhile
     * @param context for whom, and on which day
     * @return the verdict, whatever the file holds
     * @throws IOException if the file cannot be read from the disk
     */
    public Verdict check(Path file, CheckContext context) throws IOException {
        return switch (reader.read(file)) {
            case Unreadable nothing -> Verdict.unreadable(nothing.rule(), nothing.detail());
            case Document document -> check(document, context);
        };
    }

    private Verdict check(Document document, CheckContext context) throws IOException {
        Optional<Anomaly> fault = schemas.fault(document.root(), document.xml());
        if (fault.isPresent()) {
            return verdict(document, List.of(fault.get()), Verdict.TECHNICAL);
        }
        List<Anomaly> findings = new ArrayList<>(official.check(document));
        rules.forEach(rule -> rule.check(document, context).forEach(findings::add));
        findings.sort(Comparator.comparing(Anomaly::severity));
        return verdict(document, List.copyOf(findings), Verdict.FUNCTIONAL);
    }

    private static Verdict verdict(Document document, List<Anomaly> findings, int refusal) {
        boolean refused = findings.stream().anyMatch(Anomaly::refuses);
        return new Verdict(
                document.syntax(),
                document.invoice(),
                findings,
                OfficialRules.VERSION,
                refused ? refusal : null);
    }
}
