package fr.cloisonne.identity.registration;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
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
    private final UserAccounts accounts;
    private final Firms firms;
    private final Attachments attachments;
    private final Outbox outbox;

    RegistrationKeeping(
            Activations activations,
            RegistrationRows rows,
            UserAccounts accounts,
            Firms firms,
            Attachments attachments,
            Outbox outbox) {
        this.activations = activations;
        this.rows = rows;
        this.accounts = accounts;
        this.firms = firms;
        this.attachments = attachments;
        this.outbox = outbox;
    }

    @PlatformTransaction
    public void keep(RegistrationForm form, Registration.Known company, Locale language) {
        if (!activations.oftenEnough(form.email())) {
            ActivationId id = activations.open(KIND, form.email(), form.name(), language);
            rows.insert(id, form, company.name(), company.checked());
            Destination.ofThisSession().ifPresent(page -> activations.leadTo(id, page));
            outbox.record(new ActivationRequested(id));
        }
    }

    /** The same for whoever has an account and is signed in; what they had begun before is over. */
    @PlatformTransaction
    public FirmAnswer keepFor(
            PersonCard person, RegistrationForm form, Registration.Known company) {
        Optional<FirmId> there = firms.openWith(form.siren());
        if (there.isPresent() && accounts.colleaguesOf(there.get()).contains(person)) {
            return FirmAnswer.BELONGS;
        }
        if (there.isPresent() && attachments.waits(person.id(), there.get())) {
            return FirmAnswer.WAITS;
        }
        rows.settleAll(person.id());
        ActivationId id = activations.open(KIND, form.email(), form.name(), person.language());
        activations.settle(id, person.id());
        rows.insert(id, form, company.name(), company.checked());
        activated(id, person.id());
        return there.isPresent() ? FirmAnswer.ASKED : FirmAnswer.TO_NAME;
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
