package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.Reading.Document;
import fr.cloisonne.invoicing.reading.Root;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * CLO-CREDIT-NOTE: in UBL a credit note (BT-3 = 381) is a CreditNote, never an Invoice, whose
 * amounts would be read with the wrong sign.
 */
@Component
final class CreditNoteIsOne implements ComplianceRule {

    private static final String CREDIT_NOTE = "381";

    @Override
    public Stream<Anomaly> check(Document document, CheckContext context) {
        return document.root() == Root.UBL_INVOICE
                        && CREDIT_NOTE.equals(document.invoice().typeCode())
                ? Stream.of(Anomaly.error("CLO-CREDIT-NOTE", "BT-3", CREDIT_NOTE, null))
                : Stream.empty();
    }
}
