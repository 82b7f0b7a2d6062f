package fr.cloisonne.invoicing;

import fr.cloisonne.tenancy.ClientCompanies;
import fr.cloisonne.tenancy.CurrentTenant;
import fr.cloisonne.tenancy.value.TenantId;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Drops the bytes of refused documents once their thirty days are over; the report stays. Goes
 * through the companies one by one, and one company's failure stops that company alone.
 */
@Component
class RefusedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedFiles.class);
    private static final int PAGE = 500;

    private final ClientCompanies companies;
    private final CurrentTenant tenant;
    private final DepositStore store;

    RefusedFiles(ClientCompanies companies, CurrentTenant tenant, DepositStore store) {
        this.companies = companies;
        this.tenant = tenant;
        this.store = store;
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    void purge() {
        UUID after = new UUID(0, 0);
        for (List<TenantId> page = companies.open(after, PAGE);
                !page.isEmpty();
                page = companies.open(after, PAGE)) {
            page.forEach(this::purge);
            after = page.getLast().value();
        }
    }

    private void purge(TenantId company) {
        try {
            tenant.callAs(company, store::dropRefusedFiles);
        } catch (RuntimeException failure) {
            LOG.error("Refused files of {} could not be dropped", company, failure);
        }
    }
}
