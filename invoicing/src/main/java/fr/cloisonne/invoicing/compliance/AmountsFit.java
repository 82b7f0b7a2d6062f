package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.Reading.Document;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * CLO-AMOUNT: totals have two decimals and seventeen digits before them at most (BR-FR-DEC-01);
 * they are never rounded on reading.
 */
@Component
final class AmountsFit implements ComplianceRule {

    @Override
    public Stream<Anomaly> check(Document document, CheckContext context) {
        var totals = document.invoice().totals();
        return Stream.of(
                        new Amount("BT-109", totals.withoutTax()),
                        new Amount("BT-110", totals.tax()),
                        new Amount("BT-112", totals.withTax()),
                        new Amount("BT-115", totals.payable()))
                .filter(amount -> !amount.fits())
                .map(Amount::anomaly);
    }

    private record Amount(String term, @Nullable BigDecimal value) {

        /** A document without VAT may leave its total out. */
        boolean fits() {
            if (value == null) {
                return "BT-110".equals(term);
            }
            BigDecimal plain = value.stripTrailingZeros();
            return plain.scale() <= 2 && plain.precision() - plain.scale() <= 17;
        }

        Anomaly anomaly() {
            return Anomaly.error("CLO-AMOUNT", term, value == null ? null : value.toString(), null);
        }
    }
}
