package fr.cloisonne.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.account.AddressChange;
import fr.cloisonne.identity.account.LinkRefusedException;
import fr.cloisonne.identity.account.LinkState;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.identity.signin.SessionOpening;
import fr.cloisonne.identity.signin.SignInWay;
import fr.cloisonne.identity.signin.SignedInSession;
import fr.cloisonne.identity.signin.SignedInSessions;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

@PostgresTest
class LinkedIdentitiesTests {

    private static final String ISSUER = "https://fournisseur.example";

    @Autowired private LinkedIdentities linked;
    @Autowired private FederatedIdentities identities;
    @Autowired private AddressChange change;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private SignedInSessions sessions;
    @Autowired private SessionOpening opening;
    @Autowired private FreshProof proof;
    @Autowired private Clock clock;
    @Autowired private TestDatabase database;

    private UserAccountId person;

    @BeforeEach
    void somebodyWithTwoIdentities() {
        var firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        person = PersonFixture.colleague(accounts, firm);
        identities.link(person, ISSUER, person + "-one");
        identities.link(person, ISSUER, person + "-two");
        SessionFixture.proven(proof, person, clock);
    }

    @AfterEach
    void leaves() {
        SessionFixture.none();
    }

    @Test
    void whatIsTakenOffOpensTheAccountNoMoreAndTheSessionsThatItOpenedEnd() {
        var way = new SignInWay.Provider("p", ISSUER, person + "-one", null);
        opening.open(new MockHttpServletRequest(), person, way);
        LinkedIdentity first = linked.of(person).getFirst();
        assertThat(first.label()).isEqualTo(ISSUER);
        linked.unlink(person, first);
        assertThat(identities.accountOf(ISSUER, person + "-one")).isEmpty();
        assertThat(fromElsewhere(person)).isEmpty();
        assertThat(linked.of(person)).hasSize(1);
    }

    @Test
    void theSessionInWhichItWasLinkedByPasswordStandsOnThatPasswordAndStays() {
        var there = new SignInWay.Provider("p", ISSUER, person + "-one", "s");
        opening.open(new MockHttpServletRequest(), person, new SignInWay.Password(), there, null);
        linked.unlink(person, linked.of(person).getFirst());
        assertThat(fromElsewhere(person)).hasSize(1);
    }

    @Test
    void whatAnotherMayHaveBegunBeforeTheFirstLinkComesToNothing() {
        var elsewhere = new EmailAddress(person + "@attacker.example");
        change.ask(person, elsewhere, PersonFixture.PASSWORD);
        UUID asked =
                database.superuser()
                        .sql("SELECT id FROM platform.address_change WHERE user_id = ?")
                        .param(person.value())
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .single();
        String pending =
                ((AddressChange.Message.Link) change.mintLink(asked).orElseThrow()).secret();
        assertThat(change.state(pending)).isEqualTo(LinkState.OPEN);
        identities.link(person, ISSUER, person + "-three");
        assertThat(change.state(pending)).isEqualTo(LinkState.WITHDRAWN);
        assertThatThrownBy(() -> change.use(person, pending))
                .isInstanceOf(LinkRefusedException.class);
    }

    @Test
    void isNotTakenOffWithoutAFreshProof() {
        LinkedIdentity first = linked.of(person).getFirst();
        SessionFixture.begun();
        assertThatThrownBy(() -> linked.unlink(person, first))
                .isInstanceOf(ProofNeededException.class);
    }

    @Test
    void nobodyTakesOffWhatIsAnothers() {
        var firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        UserAccountId stranger = PersonFixture.colleague(accounts, firm);
        LinkedIdentity first = linked.of(person).getFirst();
        SessionFixture.proven(proof, stranger, clock);
        linked.unlink(stranger, first);
        assertThat(linked.of(person)).hasSize(2);
    }

    @Test
    void withAPasswordTheLastIdentityMayGo() {
        linked.of(person).forEach(one -> linked.unlink(person, one));
        assertThat(linked.of(person)).isEmpty();
    }

    @Test
    void withoutAPasswordTheLastOneStaysAlsoWhenTwoTabsTakeBothOffAtOnce() throws Exception {
        withoutPassword();
        List<LinkedIdentity> both = linked.of(person);
        try (var tabs = Executors.newFixedThreadPool(2)) {
            var outcomes =
                    tabs.invokeAll(both.stream().<Callable<Boolean>>map(this::inATab).toList());
            int gone = 0;
            for (var outcome : outcomes) {
                gone += outcome.get() ? 1 : 0;
            }
            assertThat(gone).isEqualTo(1);
        }
        assertThat(linked.of(person)).hasSize(1);
        LinkedIdentity last = linked.of(person).getFirst();
        assertThatThrownBy(() -> linked.unlink(person, last))
                .isInstanceOf(LastWayInException.class);
    }

    private Callable<Boolean> inATab(LinkedIdentity one) {
        return () -> {
            SessionFixture.proven(proof, person, clock);
            try {
                linked.unlink(person, one);
                return true;
            } catch (LastWayInException last) {
                return false;
            } finally {
                SessionFixture.none();
            }
        };
    }

    private void withoutPassword() {
        database.superuser()
                .sql("UPDATE platform.user_account SET password_hash = NULL WHERE id = ?")
                .param(person.value())
                .update();
    }

    /** The sessions that came with an identity elsewhere. */
    private List<SignedInSession> fromElsewhere(UserAccountId whose) {
        return sessions.of(whose).stream().filter(session -> session.there() != null).toList();
    }
}
