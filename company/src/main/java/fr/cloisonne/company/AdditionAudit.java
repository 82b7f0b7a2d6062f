package fr.cloisonne.company;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.TenantId;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The two rows of an addition; a bean of its own, since each is a transaction of its own. */
@Component
class AdditionAudit {

    private final AuditTrail audit;

    AdditionAudit(AuditTrail audit) {
        this.audit = audit;
    }

    @PlatformTransaction
    public void asked(FirmId firm, UserAccountId person, Siren siren) {
        audit.recordUse(
                firm,
                person,
                Right.MANAGE_COMPANIES,
                "company.asked",
                Map.of("siren", siren.value()));
    }

    @PlatformTransaction
    public void added(
            FirmId firm, UserAccountId person, TenantId company, Consumer<TenantId> recorded) {
        recorded.accept(company);
        audit.recordUse(
                firm,
                person,
                Right.MANAGE_COMPANIES,
                "company.added",
                Map.of("company", company.value().toString()));
    }
}
