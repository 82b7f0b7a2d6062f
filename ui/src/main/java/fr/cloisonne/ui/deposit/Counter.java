package fr.cloisonne.ui.deposit;

import fr.cloisonne.invoicing.DepositOutcome;
import fr.cloisonne.invoicing.DepositOutcome.Accepted;
import fr.cloisonne.invoicing.DepositOutcome.Rejected;
import fr.cloisonne.invoicing.DepositedFile;
import fr.cloisonne.invoicing.InvoiceDeposit;
import fr.cloisonne.ui.shell.Visit;
import fr.cloisonne.ui.text.Formats;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Takes one file over the counter: deposits it inside the company and words the verdict. */
@Component
class Counter {

    private final InvoiceDeposit deposit;
    private final Formats formats;

    Counter(InvoiceDeposit deposit, Formats formats) {
        this.deposit = deposit;
        this.formats = formats;
    }

    /** Does the work now, on any thread; the verdict is drawn later, where the page is at hand. */
    Supplier<Verdict> take(Visit visit, DepositedFile file) {
        DepositOutcome outcome = visit.inside(() -> deposit.deposit(file));
        return switch (outcome) {
            case Accepted accepted -> () -> Verdict.accepted(file.name(), accepted, visit, formats);
            case Rejected refused ->
                    () -> Verdict.refused(file.name(), refused.anomalies(), visit.path(), refused);
        };
    }

    Verdict failed(String file, String reason) {
        return Verdict.failed(file, reason);
    }
}
