package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.Reading.Document;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * CLO-NUMBER: an invoice of a client company has a number (BT-1) of 1 to 35 characters of letters,
 * digits and + - _ / (BR-FR-01, BR-FR-02).
 */
@Component
final class NumberFits implements ComplianceRule {

    @Override
    public Stream<Anomaly> check(Document document, CheckContext context) {
        String number = document.invoice().number();
        return number == null || !number.matches("[A-Za-z0-9+_/-]{1,35}")
                ? Stream.of(Anomaly.error("CLO-NUMBER", "BT-1", number, null))
                : Stream.empty();
    }
}
