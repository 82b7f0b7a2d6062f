package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.Reading.Document;
import java.util.stream.Stream;

/** A named rule of ours, where the official ones are blind. */
interface ComplianceRule {

    /** What it finds; nothing, if the document is as it should be. */
    Stream<Anomaly> check(Document document, CheckContext context);
}
