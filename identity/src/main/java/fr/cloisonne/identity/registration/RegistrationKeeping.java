package fr.cloisonne.identity.registration;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.account.ActivationId;
import fr.cloisonne.identity.account.ActivationListener;
import fr.cloisonne.identity.account.ActivationRequested;
import fr.cloisonne.identity.account.Activations;
import fr.cloisonne.identity.registration.RegistrationRows.Registered;
import fr.cloisonne.identity.signin.Destination;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps a registration until its mailbox is proven; then it is a request for a firm or to one. */
@Component
class RegistrationKeeping implements ActivationListener {

    private static final String KIND = "REGISTRATION";

    private final Activations activations;
    private final RegistrationRows rows;
    private final Firms firms;
    private final Attachments attachments;
    private final Outbox outbox;

    RegistrationKeeping(
            Activations activations,
            RegistrationRows rows,
            Firms firms,
            Attachments attachments,
            Outbox outbox) {
        this.activations = activations;
        this.rows = rows;
        this.firms = firms;
        this.attachments = attachments;
        this.outbox = outbox;
    }

    @PlatformTransaction
    public void keep(RegistrationForm form, String legalName, boolean checked, Locale language) {
        if (!activations.oftenEnough(form.email())) {
            ActivationId id = activations.open(KIND, form.email(), form.name(), language);
            rows.insert(id, form, legalName, checked);
            Destination.ofThisSession().ifPresent(page -> activations.leadTo(id, page));
            outbox.record(new ActivationRequested(id));
        }
    }

    @Override
    public Set<String> context(ActivationId activation) {
        return rows.find(activation)
                .map(registered -> Set.of(registered.legalName(), registered.siren().value()))
                .orElse(Set.of());
    }

    @Override
    public void activated(ActivationId activation, UserAccountId person) {
        rows.find(activation).ifPresent(registered -> activated(registered, person));
    }

    private void activated(Registered registered, UserAccountId person) {
        rows.setPerson(registered.activation(), person);
        Optional<FirmId> there = firms.openWith(registered.siren());
        there.ifPresent(firm -> {
            attachments.ask(firm, person, registered.capacity());
            rows.settle(registered.activation());
        });
    }
}
