package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.En16931Invoice.Party;
import fr.cloisonne.invoicing.reading.Reading.Document;
import fr.cloisonne.tenancy.value.Siren;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * CLO-SIREN: the SIREN of buyer and seller pass the register's check digit. A remark only:
 * conforming samples fail it.
 */
@Component
final class SirenHolds implements ComplianceRule {

    @Override
    public Stream<Anomaly> check(Document document, CheckContext context) {
        return Stream.of(
                        finding("BT-30", document.invoice().seller()),
                        finding("BT-47", document.invoice().buyer()))
                .flatMap(finding -> finding);
    }

    private static Stream<Anomaly> finding(String term, Party party) {
        String siren = party.registration();
        boolean wrong =
                "FR".equals(party.country())
                        && siren != null
                        && siren.matches("[0-9]{9}")
                        && Siren.tryParse(siren).isEmpty();
        return wrong ? Stream.of(Anomaly.warning("CLO-SIREN", term, siren, null)) : Stream.empty();
    }
}
