package fr.cloisonne.invoicing;

import fr.cloisonne.invoicing.compliance.Anomaly;
import java.util.List;

/** What came of a deposit. */
public sealed interface DepositOutcome {
    DepositId deposit();

    /** An invoice was born; what the rules remarked without refusing stays with it. */
    record Accepted(InvoiceRow row, DepositId deposit, List<Anomaly> warnings)
            implements DepositOutcome {

        /**
         * Which invoice.
         *
         * @return its id
         */
        public InvoiceId invoice() {
            return row.id();
        }
    }

    /**
     * No invoice, the number stays free; 501 when the file could not be used, 213 by its content.
     */
    record Rejected(DepositId deposit, int statusCode, List<Anomaly> anomalies)
            implements DepositOutcome {}
}
