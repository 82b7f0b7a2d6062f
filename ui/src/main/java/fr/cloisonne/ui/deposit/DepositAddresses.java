package fr.cloisonne.ui.deposit;

import fr.cloisonne.invoicing.DepositId;
import fr.cloisonne.invoicing.Deposits;
import fr.cloisonne.ui.shell.AddressedThings;
import fr.cloisonne.ui.shell.CompanyPage;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The ids in the addresses of reports. */
@Component
class DepositAddresses implements AddressedThings {

    private final Deposits deposits;

    DepositAddresses(Deposits deposits) {
        this.deposits = deposits;
    }

    @Override
    public Class<? extends CompanyPage> page() {
        return DepositReportView.class;
    }

    @Override
    public boolean exists(UUID id) {
        return deposits.report(new DepositId(id)).isPresent();
    }
}
