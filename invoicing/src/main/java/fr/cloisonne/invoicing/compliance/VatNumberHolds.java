package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.Reading.Document;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.VatNumber;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** CLO-VAT: a French VAT number (BT-31) has the key that goes with its SIREN. */
@Component
final class VatNumberHolds implements ComplianceRule {

    @Override
    public Stream<Anomaly> check(Document document, CheckContext context) {
        String number = document.invoice().seller().vatNumber();
        return number != null && number.startsWith("FR") && VatNumber.tryParse(number).isEmpty()
                ? Stream.of(Anomaly.error("CLO-VAT", "BT-31", number, expected(document)))
                : Stream.empty();
    }

    private static @Nullable String expected(Document document) {
        String siren = document.invoice().seller().registration();
        return siren == null
                ? null
                : Siren.tryParse(siren).map(VatNumber::of).map(VatNumber::value).orElse(null);
    }
}
