package fr.cloisonne.identity.habilitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.ParisClock;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.identity.audit.AuditReading;
import fr.cloisonne.identity.audit.ChainVerifying;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.NewClientCompany;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@PostgresTest
@Import(ParisClock.class)
@TestPropertySource(properties = "cloisonne.outbox.scheduled=false")
class HandOverTests {

    @Autowired private HandOver handOver;
    @Autowired private HandOverReading reading;
    @Autowired private Administrators administrators;
    @Autowired private Habilitations habilitations;
    @Autowired private Granting granting;
    @Autowired private Delegation delegation;
    @Autowired private AuditReading journal;
    @Autowired private ChainVerifying verifying;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private TestDatabase database;
    @Autowired private SettableClock clock;

    private FirmShortName firm;
    private FirmId firmId;
    private CompanyPath path;
    private UserAccountId claire;
    private UserAccountId karim;
    private UserAccountId amina;

    @BeforeEach
    void aFirmWithThreePeople() {
        clock.set(Instant.parse("2026-11-02T09:00:00Z"));
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        claire = PersonFixture.colleague(accounts, firmId);
        karim = PersonFixture.colleague(accounts, firmId);
        amina = PersonFixture.colleague(accounts, firmId);
        proves(claire);
        granting.begin(firmId, claire);
        NewClientCompany taken = CompanyFixture.companyOf(firmId);
        provision.provision(taken);
        path = new CompanyPath(firm, taken.siren());
        var company = habilitations.access(claire, path).company().tenant();
        granting.grant(claire, karim, new Scope.OneCompany(firmId, company), Profile.STANDARD);
    }

    @Test
    void whatIsHandedOverStandsOnTheReceiversOwnFeet() {
        HandOverId act = handOver.transfer(claire, firm, karim, amina, held(karim));

        assertThat(journal.ofFirm(claire, firm, Long.MAX_VALUE, 2))
                .extracting(AuditEntry::act)
                .containsExactly("handover.done", "handover.given");
        assertThatThrownBy(() -> habilitations.access(karim, path))
                .isInstanceOf(NoSuchCompanyException.class);
        Access received = habilitations.access(amina, path);
        assertThat(received.allows(Right.DEPOSIT)).isTrue();
        assertThat(received.onBehalfOf()).isEmpty();
        assertThat(reading.of(claire, firm, act))
                .hasValueSatisfying(certificate -> {
                    assertThat(certificate.from().id()).isEqualTo(karim);
                    assertThat(certificate.to().id()).isEqualTo(amina);
                    assertThat(certificate.parts()).hasSize(1);
                    assertThat(certificate.hash()).isEqualTo(hashOf(certificate.row()));
                });
        assertThat(verifying.verifyFirm(firmId).intact()).isTrue();
    }

    @Test
    void theMainRoleGoesToAnotherAndTheFirmKeepsAnAdministrator() {
        handOver.transfer(claire, firm, claire, amina, held(claire));
        assertThat(administrators.of(firmId)).containsExactly(amina);
        assertThatThrownBy(() -> handOver.heldBy(claire, firm, amina))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    @Test
    void aDepartureLeavesNothingBehind() {
        var whole = new Scope.WholeFirm(firmId);
        granting.grant(claire, karim, whole, Profile.ADMINISTRATOR);
        proves(karim);
        LocalDate today = LocalDate.now(clock);
        delegation.delegate(karim, amina, Loan.of(whole, Profile.READER, today, today, ""));
        assertThat(habilitations.access(amina, path).onBehalfOf()).isNotEmpty();
        proves(claire);

        HandOverId act = handOver.depart(claire, firm, karim, amina);

        assertThat(habilitations.clientCompaniesOf(karim)).isEmpty();
        assertThat(administrators.of(firmId)).containsExactlyInAnyOrder(claire, amina);
        assertThat(habilitations.access(amina, path).onBehalfOf()).isEmpty();
        assertThat(reading.of(claire, firm, act))
                .hasValueSatisfying(certificate -> {
                    assertThat(certificate.departure()).isTrue();
                    assertThat(certificate.delegations()).isEqualTo(1);
                    assertThat(certificate.parts()).hasSize(2);
                });
        assertRefused(Reason.NOT_A_COLLEAGUE, () -> handOver.depart(claire, firm, karim, amina));
    }

    @Test
    void nobodyPreparesTheirOwnDepartureNorGivesMoreThanTheyHold() {
        assertRefused(Reason.OWN_DEPARTURE, () -> handOver.depart(claire, firm, claire, amina));
        assertRefused(
                Reason.TO_ONESELF,
                () -> handOver.transfer(claire, firm, karim, karim, held(karim)));
        FirmId other = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        UserAccountId stranger = PersonFixture.colleague(accounts, other);
        assertRefused(
                Reason.NOT_A_COLLEAGUE,
                () -> handOver.transfer(claire, firm, karim, stranger, held(karim)));
        Set<GrantLine> seen = held(karim);
        handOver.transfer(claire, firm, karim, amina, seen);
        assertRefused(
                Reason.CHANGED_MEANWHILE,
                () -> handOver.transfer(claire, firm, karim, amina, seen));
        proves(karim);
        assertThatThrownBy(() -> handOver.depart(karim, firm, claire, amina))
                .isInstanceOf(NoSuchCompanyException.class);
        assertThatThrownBy(() -> reading.of(stranger, firm))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    private Set<GrantLine> held(UserAccountId person) {
        return Set.copyOf(handOver.heldBy(claire, firm, person));
    }

    private void proves(UserAccountId person) {
        SessionFixture.proven(proof, person, clock);
    }

    private String hashOf(long row) {
        return database.superuser()
                .sql("SELECT hash FROM platform.audit WHERE chain = ? AND n = ?")
                .params(firmId.value(), row)
                .query(String.class)
                .single();
    }

    private static void assertRefused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DelegationRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
