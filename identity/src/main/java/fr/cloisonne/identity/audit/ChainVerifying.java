package fr.cloisonne.identity.audit;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.TenantTransaction;
import fr.cloisonne.tenancy.CurrentTenant;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reads whole chains again, against the checkpoints that lie elsewhere. Who may ask is not here.
 */
@Component
public class ChainVerifying {

    private final Chain platform;
    private final Chain company;
    private final CurrentTenant tenant;
    private final Checkpoints checkpoints;

    ChainVerifying(Chains chains, CurrentTenant tenant, Checkpoints checkpoints) {
        this.platform = chains.platform();
        this.company = chains.company();
        this.tenant = tenant;
        this.checkpoints = checkpoints;
    }

    /**
     * Reads a firm's whole chain again.
     *
     * @param firm whose chain
     * @return the first row that was changed, if one was
     */
    @PlatformTransaction(readOnly = true)
    public AuditVerification verifyFirm(FirmId firm) {
        return verifyPlatform(firm.value(), checkpoints.of(firm.value()));
    }

    @PlatformTransaction(readOnly = true)
    AuditVerification verifyPlatform(UUID chain, List<Checkpoint> seen) {
        return platform.verify(chain, reader(platform, seen));
    }

    @TenantTransaction(readOnly = true)
    AuditVerification verifyCompany(List<Checkpoint> seen) {
        return company.verify(tenant.require().value(), reader(company, seen));
    }

    private ChainReader reader(Chain rows, List<Checkpoint> seen) {
        return new ChainReader(rows::hash, seen, checkpoints::genuine);
    }
}
