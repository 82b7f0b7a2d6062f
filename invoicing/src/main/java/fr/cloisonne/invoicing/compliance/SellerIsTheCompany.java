package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.Reading.Document;
import fr.cloisonne.tenancy.value.Siren;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** CLO-SELLER: what a company deposits, it has issued: the seller's SIREN (BT-30) is its own. */
@Component
final class SellerIsTheCompany implements ComplianceRule {

    @Override
    public Stream<Anomaly> check(Document document, CheckContext context) {
        String seller = document.invoice().seller().registration();
        boolean own =
                seller != null
                        && Siren.tryParse(seller.substring(0, Math.min(9, seller.length())))
                                .filter(context.company()::equals)
                                .isPresent();
        return own
                ? Stream.empty()
                : Stream.of(
                        Anomaly.error("CLO-SELLER", "BT-30", seller, context.company().value()));
    }
}
