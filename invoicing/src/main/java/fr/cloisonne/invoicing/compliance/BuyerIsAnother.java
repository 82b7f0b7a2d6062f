package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.Reading.Document;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** CLO-BUYER: nobody invoices themselves: buyer (BT-47) and seller (BT-30) are two. */
@Component
final class BuyerIsAnother implements ComplianceRule {

    @Override
    public Stream<Anomaly> check(Document document, CheckContext context) {
        String seller = document.invoice().seller().registration();
        String buyer = document.invoice().buyer().registration();
        return seller != null && seller.equals(buyer)
                ? Stream.of(Anomaly.error("CLO-BUYER", "BT-47", buyer, null))
                : Stream.empty();
    }
}
