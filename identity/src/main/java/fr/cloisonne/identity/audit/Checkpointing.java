package fr.cloisonne.identity.audit;

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
 * Notes every five minutes how far each chain has come: the service's, the firms' and the client
 * companies'. One that cannot be asked does not keep the others from it.
 */
@Component
class Checkpointing {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpointing.class);
    private static final int PAGE = 500;

    private final ChainReading chains;
    private final Checkpoints checkpoints;
    private final ClientCompanies companies;
    private final CurrentTenant tenant;

    Checkpointing(
            ChainReading chains,
            Checkpoints checkpoints,
            ClientCompanies companies,
            CurrentTenant tenant) {
        this.chains = chains;
        this.checkpoints = checkpoints;
        this.companies = companies;
        this.tenant = tenant;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT2M")
    void note() {
        chains.heads().forEach(checkpoints::note);
        UUID after = new UUID(0, 0);
        List<TenantId> page;
        do {
            page = companies.open(after, PAGE);
            page.forEach(this::note);
            after = page.isEmpty() ? after : page.getLast().value();
        } while (page.size() == PAGE);
    }

    private void note(TenantId company) {
        try {
            checkpoints.note(company.value(), tenant.callAs(company, chains::headOfCompany));
        } catch (RuntimeException failure) {
            LOG.warn("No checkpoint for the company {}", company, failure);
        }
    }
}
