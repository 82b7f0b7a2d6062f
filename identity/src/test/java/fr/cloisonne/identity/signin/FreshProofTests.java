package fr.cloisonne.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Delegation;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Loan;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.signin.Proving.Outcome;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class FreshProofTests {

    private static final Duration LONG = Duration.ofMinutes(10).plusSeconds(1);

    @Autowired private FreshProof proof;
    @Autowired private Proving proving;
    @Autowired private SessionEnding ending;
    @Autowired private Granting granting;
    @Autowired private Habilitations habilitations;
    @Autowired private Delegation delegation;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private Clock clock;

    private FirmId firm;
    private UserAccountId person;
    private UserAccountId colleague;

    @BeforeEach
    void twoColleagues() {
        firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        person = PersonFixture.colleague(accounts, firm);
        colleague = PersonFixture.colleague(accounts, firm);
        granting.begin(firm, person);
        SessionFixture.begun(person, clock, null);
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void withoutASessionOrAProofTheActDoesNotHappen() {
        assertAsked();
        SessionFixture.none();
        assertAsked();
        assertThat(habilitations.firmsOf(colleague)).isEmpty();
    }

    @Test
    void aProofCountsForItsPersonAndItsTimeAlone() {
        // Nothing is proven in the session of another.
        proof.given(colleague, Factor.PASSWORD);
        assertAsked();
        SessionFixture.begun(colleague, clock, clock.instant());
        assertAsked();
        SessionFixture.begun(person, clock, clock.instant().minus(LONG));
        assertAsked();
        SessionFixture.begun(person, clock, clock.instant().minus(Duration.ofMinutes(9)));
        assertThatCode(this::grant).doesNotThrowAnyException();
    }

    @Test
    void aProofEndsWithItsSessionAtThisVeryMoment() {
        SessionFixture.begun(person, clock, clock.instant());
        assertThat(proof.wasGiven(person)).isTrue();
        ending.endAll(person, SessionEnd.REVOKED);
        assertAsked();
        assertThat(proof.wasGiven(person)).isFalse();
    }

    @Test
    void aDelegationAsksForItToo() {
        LocalDate today = LocalDate.now(clock);
        Scope all = new Scope.WholeFirm(firm);
        assertThatThrownBy(() ->
                        delegation.delegate(
                                person,
                                colleague,
                                Loan.of(all, Profile.READER, today, today, "congés")))
                .isInstanceOf(ProofNeededException.class);
    }

    @Test
    void thePasswordProvesAndAWrongOneDoesNot() {
        assertThat(proving.byPassword(person, "autre chose", "192.0.2.1")).isEqualTo(Outcome.WRONG);
        assertAsked();
        assertThat(proving.byPassword(person, PersonFixture.PASSWORD, "192.0.2.1"))
                .isEqualTo(Outcome.PROVEN);
        assertThatCode(this::grant).doesNotThrowAnyException();
    }

    @Test
    void guessingIsSlowedDown() {
        for (int tries = 0; tries < 4; tries++) {
            assertThat(proving.byPassword(person, "autre chose", "192.0.2.2"))
                    .isEqualTo(Outcome.WRONG);
        }
        assertThat(proving.byPassword(person, PersonFixture.PASSWORD, "192.0.2.2"))
                .isEqualTo(Outcome.SLOW_DOWN);
        assertThat(proving.byPassword(person, PersonFixture.PASSWORD, "192.0.2.3"))
                .isEqualTo(Outcome.PROVEN);
    }

    @Test
    void workBesideSessionsNeedsThePasswordToo() {
        SessionFixture.none();
        assertThatThrownBy(() -> proving.during(person, "autre chose", this::grant))
                .isInstanceOf(ProofNeededException.class);
        proving.during(person, PersonFixture.PASSWORD, this::grant);
        SessionFixture.begun();
        assertThat(habilitations.firmsOf(colleague)).hasSize(1);
        assertAsked();
    }

    private void grant() {
        granting.grant(person, colleague, new Scope.WholeFirm(firm), Profile.READER);
    }

    private void assertAsked() {
        assertThatThrownBy(this::grant).isInstanceOf(ProofNeededException.class);
    }
}
