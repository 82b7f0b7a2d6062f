package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.Reading.Document;
import fr.cloisonne.tenancy.value.Siren;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** CLO-SELLER: what a company deposits, it has issued: the seller's SIREN (BT-30) is its own. */
@Component
final class SellerIsTheCompany implements ComplianceRule {

    @Override
    public Stream<Anomaly> check(Document document, CheckContext context) {
        Siren company = context.company();
        String seller = document.invoice().seller().registration();
        return company == null || company.equals(siren(seller))
                ? Stream.empty()
                : Stream.of(Anomaly.error("CLO-SELLER", "BT-30", seller, company.value()));
    }

    /** Of a SIREN or a SIRET. */
    private static @Nullable Siren siren(@Nullable String registration) {
        return registration == null
                ? null
                : Siren.tryParse(registration.substring(0, Math.min(9, registration.length())))
                        .orElse(null);
    }
}
