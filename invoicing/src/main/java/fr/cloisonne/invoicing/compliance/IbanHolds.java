package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.Reading.Document;
import fr.cloisonne.tenancy.value.Iban;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * CLO-IBAN: an account to be paid on (BT-84) passes the check of ISO 13616; the French RIB key is
 * not asked.
 */
@Component
final class IbanHolds implements ComplianceRule {

    @Override
    public Stream<Anomaly> check(Document document, CheckContext context) {
        return document.invoice().accounts().stream()
                .filter(account -> looksLikeIban(account) && Iban.tryParse(account).isEmpty())
                .map(account -> Anomaly.error("CLO-IBAN", "BT-84", account, null));
    }

    private static boolean looksLikeIban(String account) {
        return account.strip().matches("(?s)[A-Za-z]{2}[0-9]{2}.*");
    }
}
