package fr.cloisonne.company;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.StandingIn;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.TenantId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The two rows of an addition; a bean of its own, since each is a transaction of its own. */
@Component
class AdditionAudit {

    private final AuditTrail audit;

    private final StandingIn standingIn;

    AdditionAudit(AuditTrail audit, StandingIn standingIn) {
        this.audit = audit;
        this.standingIn = standingIn;
    }

    @PlatformTransaction
    public void asked(FirmId firm, UserAccountId person, Siren siren) {
        audit.recordInFirm(
                firm,
                person,
                inPlaceOf(person, firm),
                "company.asked",
                Map.of("siren", siren.value()));
    }

    @PlatformTransaction
    public void added(FirmId firm, UserAccountId person, TenantId company) {
        audit.recordInFirm(
                firm,
                person,
                inPlaceOf(person, firm),
                "company.added",
                Map.of("company", company.value().toString()));
    }

    private @Nullable UserAccountId inPlaceOf(UserAccountId person, FirmId firm) {
        return standingIn.giver(person, firm, Right.MANAGE_COMPANIES).orElse(null);
    }
}
