package fr.cloisonne.identity.issuer;

import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.technical.ConnectionScope;
import fr.cloisonne.identity.technical.CreatedClient;
import fr.cloisonne.identity.technical.NewConnection;
import fr.cloisonne.identity.technical.TechnicalConnections;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A firm with its administrator, who has just proven herself, and a caller of the issuer. */
@IssuerTest
abstract class AtIssuer {

    @Autowired protected TechnicalConnections connections;
    @Autowired protected UserAccounts accounts;
    @Autowired protected TestDatabase database;
    @Autowired protected Clock clock;
    @Autowired private Granting granting;
    @Autowired protected Firms firms;
    @Autowired private FreshProof proof;

    @Value("${cloisonne.base-url}")
    protected String issuer;

    protected Caller caller;
    protected FirmShortName firm;
    protected FirmId firmId;
    protected UserAccountId administrator;

    @BeforeEach
    void aFirm() {
        caller = new Caller(issuer);
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        administrator = PersonFixture.colleague(accounts, firmId);
        SessionFixture.proven(proof, administrator, clock);
        granting.begin(firmId, administrator);
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    /** A connection that proves itself by a secret, or by the key given. */
    protected CreatedClient connection(@Nullable String key) {
        return connections.create(
                administrator,
                firm,
                new NewConnection(
                        "Logiciel de paie",
                        EnumSet.of(ConnectionScope.FLOWS_READ, ConnectionScope.FLOWS_WRITE),
                        null,
                        key,
                        null));
    }

    protected Caller.Answer token(CreatedClient client) {
        return caller.post(
                "/oauth2/token",
                client.clientId(),
                secret(client),
                Map.of("grant_type", "client_credentials"));
    }

    protected Caller.Answer introspected(CreatedClient client, String token) {
        return caller.post(
                "/oauth2/introspect", client.clientId(), secret(client), Map.of("token", token));
    }

    protected static String secret(CreatedClient client) {
        return Objects.requireNonNull(client.secret()).clear();
    }
}
