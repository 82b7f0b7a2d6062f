package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.Reading.Document;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * CLO-DATE: an invoice has a date (BT-2) without a time zone, and not tomorrow's (BR-FR-03, G1.07).
 */
@Component
final class IssuedByToday implements ComplianceRule {

    @Override
    public Stream<Anomaly> check(Document document, CheckContext context) {
        LocalDate issued = document.invoice().issueDate();
        return issued == null || issued.isAfter(context.today())
                ? Stream.of(
                        Anomaly.error(
                                "CLO-DATE",
                                "BT-2",
                                issued == null ? null : issued.toString(),
                                context.today().toString()))
                : Stream.empty();
    }
}
