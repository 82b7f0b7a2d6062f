package fr.cloisonne.identity.audit;

import fr.cloisonne.identity.audit.AuditVerification.Fault;
import fr.cloisonne.tenancy.ClientCompanies;
import fr.cloisonne.tenancy.CurrentTenant;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads every chain of the instance again, for whoever keeps the machine: no person asks here. */
@Component
public class AuditInspection {

    private static final Logger LOG = LoggerFactory.getLogger(AuditInspection.class);
    private static final int PAGE = 500;

    private final ChainVerifying chains;
    private final Checkpoints checkpoints;
    private final Firms firms;
    private final ClientCompanies companies;
    private final CurrentTenant tenant;

    AuditInspection(
            ChainVerifying chains,
            Checkpoints checkpoints,
            Firms firms,
            ClientCompanies companies,
            CurrentTenant tenant) {
        this.chains = chains;
        this.checkpoints = checkpoints;
        this.firms = firms;
        this.companies = companies;
        this.tenant = tenant;
    }

    /**
     * Verifies all chains.
     *
     * @param found takes each as soon as it is read
     */
    public void verifyAll(BiConsumer<ChainName, AuditVerification> found) {
        Map<UUID, List<Checkpoint>> seen = checkpoints.byChain();
        Function<UUID, List<Checkpoint>> of = chain -> seen.getOrDefault(chain, List.of());
        found.accept(
                new ChainName.OfService(),
                chains.verifyPlatform(AuditTrail.SERVICE, of.apply(AuditTrail.SERVICE)));
        for (FirmCard firm : firms.all()) {
            UUID chain = firm.id().value();
            found.accept(
                    new ChainName.OfFirm(firm.shortName()),
                    chains.verifyPlatform(chain, of.apply(chain)));
        }
        UUID after = new UUID(0, 0);
        List<TenantId> page;
        do {
            page = companies.open(after, PAGE);
            for (TenantId company : page) {
                found.accept(
                        new ChainName.OfCompany(company),
                        company(company, of.apply(company.value())));
                after = company.value();
            }
        } while (page.size() == PAGE);
    }

    /** A company that cannot be read is a finding too, and hides none of the others. */
    private AuditVerification company(TenantId company, List<Checkpoint> marks) {
        try {
            return tenant.callAs(company, () -> chains.verifyCompany(marks));
        } catch (RuntimeException closed) {
            LOG.warn("The chain of the company {} cannot be read", company, closed);
            return new AuditVerification(0, 1L, Fault.UNREADABLE);
        }
    }
}
