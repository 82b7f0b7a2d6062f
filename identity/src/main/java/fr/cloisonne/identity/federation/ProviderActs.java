package fr.cloisonne.identity.federation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.federation.ProviderRefusedException.Reason;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.provisioning.ClaimGroups;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Each change of a firm's provider with its row in the firm's chain, both or neither. */
@Component
class ProviderActs {

    private static final int MOST = 20;

    private final StoredProviders stored;
    private final ClaimGroups groups;
    private final ProviderViews views;
    private final RequirementActs requirement;
    private final AuditTrail audit;
    private final Outbox outbox;

    ProviderActs(
            StoredProviders stored,
            ClaimGroups groups,
            ProviderViews views,
            RequirementActs requirement,
            AuditTrail audit,
            Outbox outbox) {
        this.stored = stored;
        this.groups = groups;
        this.views = views;
        this.requirement = requirement;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** Refuses what the firm has already, and more than it may have. */
    public void requireRoom(FirmId firm, ProviderForm form) {
        List<Provider> there =
                stored.ofFirm(firm).stream().map(StoredProviders.Stored::provider).toList();
        if (there.size() >= MOST) {
            throw new ProviderRefusedException(Reason.TOO_MANY);
        }
        if (there.stream()
                .anyMatch(one ->
                        one.issuer().equals(form.issuer())
                                && one.clientId().equals(form.clientId()))) {
            throw new ProviderRefusedException(Reason.ALREADY_THERE);
        }
    }

    @PlatformTransaction
    public void add(ProviderId id, FirmId firm, UserAccountId by, ProviderForm form) {
        // Whoever adds at the same time waits.
        requirement.lock(firm, List.of());
        requireRoom(firm, form);
        stored.insert(id, firm, by, form);
        record("provider.added", id, firm, by);
        outbox.record(new ProviderAdded(firm, id, by));
    }

    @PlatformTransaction
    public void change(ProviderId id, FirmId firm, UserAccountId by, ProviderForm form) {
        requirement.requireAnother(firm, id);
        if (!stored.update(id, form)) {
            throw new ProviderRefusedException(Reason.CHANGED_MEANWHILE);
        }
        record("provider.changed", id, firm, by);
    }

    @PlatformTransaction
    public void switchOn(ProviderId id, FirmId firm, UserAccountId by, int version) {
        if (!stored.switchOn(id, version)) {
            throw new ProviderRefusedException(Reason.CHANGED_MEANWHILE);
        }
        record("provider.on", id, firm, by);
        outbox.record(new ProviderSwitchedOn(firm, id, by));
    }

    @PlatformTransaction
    public void switchOff(ProviderId id, FirmId firm, UserAccountId by) {
        requirement.requireAnother(firm, id);
        stored.setLive(id, false);
        record("provider.off", id, firm, by);
    }

    @PlatformTransaction
    public void remove(ProviderId id, FirmId firm, UserAccountId by) {
        requirement.requireAnother(firm, id);
        groups.forgetAll(by, firm, id.value());
        views.forget(id.value());
        stored.delete(id);
        record("provider.removed", id, firm, by);
    }

    private void record(String act, ProviderId id, FirmId firm, UserAccountId by) {
        audit.recordUse(firm, by, Right.MANAGE_SIGN_IN, act, Map.of("provider", id.toString()));
    }
}
