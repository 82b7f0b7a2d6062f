package fr.cloisonne.ui.connection;

import com.vaadin.flow.component.Component;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.technical.ConnectionCredentials;
import fr.cloisonne.identity.technical.ConnectionRefusedException;
import fr.cloisonne.identity.technical.CreatedClient;
import fr.cloisonne.identity.technical.CredentialId;
import fr.cloisonne.identity.technical.NewConnection;
import fr.cloisonne.identity.technical.NewTool;
import fr.cloisonne.identity.technical.TechnicalConnection;
import fr.cloisonne.identity.technical.TechnicalConnections;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.signin.StepUp;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one person may do with one firm's connections; the services ask for the rights again. */
class ConnectionsDesk implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UserAccountId person;
    private final FirmCard firm;
    private final transient TechnicalConnections connections;
    private final transient ConnectionCredentials credentials;
    private final transient Habilitations habilitations;
    private final transient StepUp stepUp;

    ConnectionsDesk(
            UserAccountId person,
            FirmCard firm,
            TechnicalConnections connections,
            ConnectionCredentials credentials,
            Habilitations habilitations,
            StepUp stepUp) {
        this.person = person;
        this.firm = firm;
        this.connections = connections;
        this.credentials = credentials;
        this.habilitations = habilitations;
        this.stepUp = stepUp;
    }

    FirmCard firm() {
        return firm;
    }

    boolean mayManage() {
        return habilitations
                .firmRights(person, firm.shortName())
                .contains(Right.MANAGE_CONNECTIONS);
    }

    List<TechnicalConnection> connections() {
        return connections.of(person, firm.shortName());
    }

    List<ClientCompanyCard> companies() {
        return connections.companies(person, firm.shortName());
    }

    CreatedClient create(NewConnection wish) {
        return connections.create(person, firm.shortName(), wish);
    }

    CreatedClient register(NewTool wish) {
        return connections.register(person, firm.shortName(), wish);
    }

    CreatedClient rotate(
            TechnicalConnection connection, @Nullable String key, @Nullable LocalDate lastDay) {
        return credentials.rotate(person, firm.shortName(), connection.id(), key, lastDay);
    }

    void revoke(TechnicalConnection connection) {
        connections.revoke(person, firm.shortName(), connection.id());
    }

    void revoke(TechnicalConnection connection, CredentialId credential) {
        credentials.revoke(person, firm.shortName(), connection.id(), credential);
    }

    void suspend(TechnicalConnection connection, boolean suspended) {
        connections.suspend(person, firm.shortName(), connection.id(), suspended);
    }

    /** Does the act, after a fresh proof where it asks for one; then one of the two goes on. */
    <T> void attempt(
            Component reader, Supplier<T> act, Consumer<T> done, Consumer<String> refused) {
        stepUp.perform(() -> {
            try {
                done.accept(act.get());
            } catch (ConnectionRefusedException no) {
                refused.accept(reader.getTranslation("connection.refused." + no.reason().name()));
            }
        });
    }
}
