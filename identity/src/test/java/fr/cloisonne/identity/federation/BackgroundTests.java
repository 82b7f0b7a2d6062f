package fr.cloisonne.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.OtherWayNeededException;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.SignedInSessions;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Work that a page begins and another thread goes on with. */
@PostgresTest
class BackgroundTests {

    @Autowired private SignedInSessions sessions;
    @Autowired private Habilitations habilitations;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private TestDatabase database;
    @Autowired private Clock clock;

    private FirmShortName firm;
    private UserAccountId person;

    @BeforeEach
    void anAdministratorAtWork() {
        firm = CompanyFixture.openFirm(firms);
        FirmId id = firms.byShortName(firm).orElseThrow().id();
        person = PersonFixture.colleague(accounts, id);
        granting.begin(id, person);
        SessionFixture.proven(proof, person, clock);
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void aThreadThatLeavesItsSessionBehindActsForNobody() throws Exception {
        assertThat(habilitations.firmRights(person, firm)).contains(Right.AUDIT);
        FutureTask<Void> bare = acting();
        Thread.ofVirtual().start(bare);
        assertThatThrownBy(() -> bare.get(60, TimeUnit.SECONDS))
                .hasCauseInstanceOf(OtherWayNeededException.class);
    }

    @Test
    void whatIsCarriedActsAsItsSessionDoes() throws Exception {
        FutureTask<Void> carried = acting();
        Thread.ofVirtual().start(sessions.carrying(carried));
        carried.get(60, TimeUnit.SECONDS);
    }

    @Test
    void whatIsCarriedEndsWithItsSession() throws Exception {
        FutureTask<Void> carried = acting();
        Runnable later = sessions.carrying(carried);
        database.superuser()
                .sql(
                        "UPDATE platform.signed_in SET ended_at = now(), why = 'REPLACED' WHERE user_id = ?")
                .param(person.value())
                .update();
        Thread.ofVirtual().start(later);
        assertThatThrownBy(() -> carried.get(60, TimeUnit.SECONDS))
                .hasCauseInstanceOf(OtherWayNeededException.class);
    }

    private FutureTask<Void> acting() {
        return new FutureTask<>(() -> {
            habilitations.requireInFirm(person, firm, Right.AUDIT);
            return null;
        });
    }
}
