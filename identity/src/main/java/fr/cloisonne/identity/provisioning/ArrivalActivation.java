package fr.cloisonne.identity.provisioning;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.account.ActivationId;
import fr.cloisonne.identity.account.ActivationListener;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever opens an account by the mail about an arrival has agreed to be the firm's colleague. */
@Component
class ArrivalActivation implements ActivationListener {

    private final JdbcClient platform;
    private final Arrivals arrivals;
    private final Firms firms;

    ArrivalActivation(
            @Qualifier("platformJdbc") JdbcClient platform, Arrivals arrivals, Firms firms) {
        this.platform = platform;
        this.arrivals = arrivals;
        this.firms = firms;
    }

    private record Asking(ProvisionedPersonId id, FirmId firm) {}

    private Optional<Asking> by(ActivationId activation) {
        return platform.sql(
                        "SELECT id, firm_id FROM platform.provisioned_person WHERE activation_id = ?")
                .param(activation.value())
                .query((row, n) ->
                        new Asking(
                                new ProvisionedPersonId(row.getObject(1, UUID.class)),
                                new FirmId(row.getObject(2, UUID.class))))
                .optional();
    }

    private Optional<FirmCard> firm(ActivationId activation) {
        return by(activation).map(one -> firms.cards(List.of(one.firm())).getFirst());
    }

    @Override
    public Set<String> context(ActivationId activation) {
        return firm(activation)
                .map(firm -> Set.of(firm.legalName(), firm.shortName().value()))
                .orElse(Set.of());
    }

    @Override
    public Optional<String> invitedInto(ActivationId activation) {
        return firm(activation).map(FirmCard::legalName);
    }

    @Override
    public void activated(ActivationId activation, UserAccountId person) {
        by(activation).ifPresent(one -> arrivals.opened(person, one.id()));
    }
}
