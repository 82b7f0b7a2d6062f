package fr.cloisonne.identity.audit;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.TenantTransaction;
import fr.cloisonne.tenancy.CurrentTenant;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The rows of the chains as they were written, and how far each chain has come. */
@Component
class ChainReading {

    private final Chain platform;
    private final Chain company;
    private final CurrentTenant tenant;

    ChainReading(Chains chains, CurrentTenant tenant) {
        this.platform = chains.platform();
        this.company = chains.company();
        this.tenant = tenant;
    }

    /** How far the chains of the platform have come. */
    @PlatformTransaction(readOnly = true)
    Map<UUID, Chain.Head> heads() {
        return platform.heads();
    }

    /** How far the chain of the company that is bound has come. */
    @TenantTransaction(readOnly = true)
    Chain.Head headOfCompany() {
        return company.head(tenant.require().value());
    }

    @PlatformTransaction(readOnly = true)
    List<Row> ofFirm(FirmId firm, long before, int limit) {
        return platform.before(firm.value(), before, limit);
    }

    @PlatformTransaction(readOnly = true)
    List<Row> ofFirm(InPlaceSpan span, long before, int limit) {
        return platform.inPlace(span.firm().value(), span, before, limit);
    }

    @PlatformTransaction(readOnly = true)
    List<Row> findInFirm(RowQuery query, int limit) {
        return platform.find(query, limit);
    }

    @TenantTransaction(readOnly = true)
    List<Row> ofCompany(long before, int limit) {
        return company.before(tenant.require().value(), before, limit);
    }

    @TenantTransaction(readOnly = true)
    List<Row> ofCompany(InPlaceSpan span, long before, int limit) {
        return company.inPlace(tenant.require().value(), span, before, limit);
    }

    @TenantTransaction(readOnly = true)
    List<Row> findInCompany(RowQuery query, int limit) {
        return company.find(query, limit);
    }
}
