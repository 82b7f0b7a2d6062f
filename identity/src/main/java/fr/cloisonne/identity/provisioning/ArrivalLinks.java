package fr.cloisonne.identity.provisioning;

import fr.cloisonne.identity.account.ActivationId;
import fr.cloisonne.identity.account.Activations;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The account that a directory's word asks for, whether or not the address has one: the mail alone
 * finds that out.
 */
@Component
class ArrivalLinks {

    private static final String KIND = "DIRECTORY";

    private final JdbcClient platform;
    private final Activations activations;

    ArrivalLinks(@Qualifier("platformJdbc") JdbcClient platform, Activations activations) {
        this.platform = platform;
        this.activations = activations;
    }

    /** Asks anew; what was asked for before, at a former address maybe, opens no more. */
    void open(ProvisionedPersonId id, PersonFacts facts) {
        of(id).ifPresent(activations::withdraw);
        ActivationId asked = activations.open(KIND, facts.email(), facts.name(), Locale.FRENCH);
        platform.sql("UPDATE platform.provisioned_person SET activation_id = ? WHERE id = ?")
                .params(asked.value(), id.value())
                .update();
    }

    void withdraw(ProvisionedPersonId id) {
        of(id).ifPresent(activations::withdraw);
    }

    /** The link for the mail; none where the address has an account. */
    Optional<String> mintLink(ProvisionedPersonId id) {
        return of(id).flatMap(activations::mintLink)
                .filter(Activations.Message.Link.class::isInstance)
                .map(Activations.Message.Link.class::cast)
                .map(Activations.Message.Link::secret);
    }

    private Optional<ActivationId> of(ProvisionedPersonId id) {
        return platform.sql(
                        "SELECT activation_id FROM platform.provisioned_person WHERE id = ? AND activation_id IS NOT NULL")
                .param(id.value())
                .query((row, n) -> new ActivationId(row.getObject(1, UUID.class)))
                .optional();
    }
}
