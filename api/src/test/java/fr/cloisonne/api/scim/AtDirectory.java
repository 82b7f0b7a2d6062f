package fr.cloisonne.api.scim;

import fr.cloisonne.api.ApiRoom;
import fr.cloisonne.db.FreshDatabase;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.PasswordHashes;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.provisioning.ProvisioningConnections;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** A firm with its administrator and its directory, on a real database and a real web server. */
@Tag("postgres")
@SpringBootTest(
        classes = ApiRoom.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "cloisonne.base-url=https://cloisonne.example")
@ContextConfiguration(initializers = FreshDatabase.class)
abstract class AtDirectory {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired protected ProvisioningConnections connections;
    @Autowired protected UserAccounts accounts;
    @Autowired protected PasswordHashes hashes;
    @Autowired protected Granting granting;
    @Autowired protected Firms firms;
    @Autowired protected FreshProof proof;
    @Autowired protected SettableClock clock;
    @Autowired protected TestDatabase database;
    @LocalServerPort protected int port;

    protected FirmShortName firm;
    protected FirmId firmId;
    protected UserAccountId administrator;
    protected Directory directory;

    @BeforeEach
    void aFirmWithADirectory() {
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        administrator = administratorOf(firmId);
        directory = directoryOf(firm, administrator);
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    protected UserAccountId administratorOf(FirmId of) {
        UserAccountId person = PersonFixture.colleague(accounts, of);
        granting.begin(of, person);
        return person;
    }

    protected Directory directoryOf(FirmShortName of, UserAccountId by) {
        SessionFixture.proven(proof, by, clock);
        return new Directory(port, connections.create(by, of, "Annuaire").token().clear());
    }

    /** An address that no test has used. */
    protected static String address() {
        return "collegue" + NUMBER.incrementAndGet() + "@cabinet.example";
    }

    protected static String user(String email) {
        return """
        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
         "userName": "%1$s", "externalId": "ext-%1$s",
         "name": {"givenName": "Zoé", "familyName": "Lefèvre"},
         "emails": [{"value": "%1$s", "type": "work", "primary": true}],
         "title": "Comptable", "active": true}
        """
                .formatted(email);
    }

    protected Directory.Answer created(String email) {
        return directory.post("/Users", user(email));
    }

    /** The user id under which the firm's directory sees a colleague. */
    protected String idOf(UserAccountId person) {
        String email = accounts.card(person).email();
        return directory
                .filtered("/Users", "userName eq \"" + email + "\"")
                .json()
                .at("/Resources/0/id")
                .asText();
    }
}
