package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.Reading.Document;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** CLO-PDF-…: the PDF carries its XML as Factur-X asks. Readers differ, so these are remarks. */
@Component
final class ContainerHolds implements ComplianceRule {

    @Override
    public Stream<Anomaly> check(Document document, CheckContext context) {
        return document.containerFaults().stream()
                .map(fault -> Anomaly.warning(fault, null, null, null));
    }
}
