package fr.cloisonne.identity.federation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.federation.BreakGlassChanged.Step;
import fr.cloisonne.identity.federation.ProviderRefusedException.Reason;
import fr.cloisonne.identity.federation.RequiredProviders.Window;
import fr.cloisonne.identity.habilitation.Administrators;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.FirmId;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * What goes with each change of a firm's required provider: one change at a time, its row in the
 * firm's chain, and the news for all administrators.
 */
@Component
class RequirementActs {

    private final RequiredProviders required;
    private final StoredProviders stored;
    private final Administrators administrators;
    private final UserAccounts accounts;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    RequirementActs(
            RequiredProviders required,
            StoredProviders stored,
            Administrators administrators,
            UserAccounts accounts,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.required = required;
        this.stored = stored;
        this.administrators = administrators;
        this.accounts = accounts;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Waits for any other change in the firm, and of the factors of these people. */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    void lock(FirmId firm, Collection<UserAccountId> people) {
        administrators.lock(firm);
        people.stream().sorted(Comparator.comparing(UserAccountId::value)).forEach(accounts::lock);
    }

    /** Lets no provider out of service on which all who must come in by it depend. */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    void requireAnother(FirmId firm, ProviderId leaving) {
        administrators.lock(firm);
        boolean live =
                stored.ofFirm(firm).stream()
                        .anyMatch(one -> one.live() && !one.id().equals(leaving));
        boolean leaves = stored.firmOfLive(leaving).isPresent();
        if (leaves && !live && required.of(firm).isPresent()) {
            throw new ProviderRefusedException(Reason.REQUIRED);
        }
    }

    void changed(FirmId firm, UserAccountId by, boolean on) {
        written(firm, by, on ? "provider.required" : "provider.required.no");
        outbox.record(new ProviderRequired(firm, by, on));
    }

    Window arm(FirmId firm, UserAccountId by, Duration time) {
        Window window = new Window(UUID.randomUUID(), clock.instant().plus(time));
        required.arm(firm, window);
        record(firm, by, Step.ARMED);
        return window;
    }

    void record(FirmId firm, UserAccountId person, Step step) {
        written(firm, person, "breakglass." + step.name().toLowerCase(Locale.ROOT));
        outbox.record(new BreakGlassChanged(firm, person, step));
    }

    private void written(FirmId firm, UserAccountId by, String act) {
        audit.recordUse(firm, by, Right.MANAGE_SIGN_IN, act, Map.of());
    }
}
