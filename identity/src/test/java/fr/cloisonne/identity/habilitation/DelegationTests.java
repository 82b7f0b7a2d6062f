package fr.cloisonne.identity.habilitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
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
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class DelegationTests {

    @Autowired private Delegation delegation;
    @Autowired private Habilitations habilitations;
    @Autowired private Granting granting;
    @Autowired private Delegations delegations;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private AuditReading audit;
    @Autowired private ChainVerifying verifying;
    @Autowired private TestDatabase database;
    @Autowired private Clock clock;

    private FirmShortName firm;
    private FirmId firmId;
    private CompanyPath path;
    private TenantId company;
    private UserAccountId administrator;
    private UserAccountId colleague;
    private HabilitationId begun;

    @BeforeEach
    void aFirmWithACompany() {
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        NewClientCompany taken = CompanyFixture.companyOf(firmId);
        company = provision.provision(taken);
        path = new CompanyPath(firm, taken.siren());
        administrator = PersonFixture.colleague(accounts, firmId);
        colleague = PersonFixture.colleague(accounts, firmId);
        proves(administrator);
        begun = granting.begin(firmId, administrator);
    }

    @Test
    void aDelegatedRightHoldsAtOnceAndEndsAtOnce() {
        assertThatThrownBy(() -> habilitations.access(colleague, path))
                .isInstanceOf(NoSuchCompanyException.class);
        DelegationId given = delegate(Profile.STANDARD);
        Access access = habilitations.access(colleague, path);
        assertThat(access.rights())
                .contains(Right.CONSULT, Right.DEPOSIT)
                .doesNotContain(Right.DELEGATE);
        assertThat(access.onBehalfOf()).containsEntry(Right.DEPOSIT, administrator);
        assertThat(habilitations.clientCompaniesOf(colleague))
                .singleElement()
                .satisfies(card -> assertThat(card.tenant()).isEqualTo(company));
        delegation.revoke(administrator, given);
        assertThatThrownBy(() -> habilitations.access(colleague, path))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    @Test
    void isNeverWiderThanTheGiverAndNeverLentOn() {
        delegate(Profile.ADMINISTRATOR);
        UserAccountId third = PersonFixture.colleague(accounts, firmId);
        proves(colleague);
        assertRefused(
                Reason.BEYOND_OWN_RIGHTS,
                () ->
                        delegation.delegate(
                                colleague,
                                third,
                                Loan.of(one(), Profile.READER, today(), today(), "")));
        assertRefused(
                Reason.BEYOND_OWN_RIGHTS,
                () -> granting.grant(colleague, third, one(), Profile.READER));
    }

    @Test
    void diesWithTheGiversRight() {
        UserAccountId second = PersonFixture.colleague(accounts, firmId);
        HabilitationId own =
                granting.grant(
                        administrator, second, new Scope.WholeFirm(firmId), Profile.ADMINISTRATOR);
        proves(second);
        delegation.delegate(
                second, colleague, Loan.of(one(), Profile.STANDARD, today(), today(), "congés"));
        assertThat(habilitations.access(colleague, path).allows(Right.DEPOSIT)).isTrue();
        granting.revoke(administrator, own);
        assertThatThrownBy(() -> habilitations.access(colleague, path))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    @Test
    void countsFromItsFirstDayToItsLast() {
        delegation.delegate(
                administrator,
                colleague,
                Loan.of(one(), Profile.READER, today().plusDays(1), today().plusDays(9), "congés"));
        assertThatThrownBy(() -> habilitations.access(colleague, path))
                .isInstanceOf(NoSuchCompanyException.class);
        assertThat(delegations.of(administrator, firm))
                .singleElement()
                .satisfies(line -> assertThat(line.live()).isFalse());
        assertRefused(
                Reason.DATES,
                () ->
                        delegation.delegate(
                                administrator,
                                colleague,
                                Loan.of(one(), Profile.READER, today().minusDays(1), today(), "")));
        assertRefused(
                Reason.DATES,
                () ->
                        delegation.delegate(
                                administrator,
                                colleague,
                                Loan.of(
                                        one(),
                                        Profile.READER,
                                        today(),
                                        today().plusMonths(13),
                                        "")));
    }

    @Test
    void isSeenByWhoeverHoldsItWhoCanGiveItBack() {
        UserAccountId third = PersonFixture.colleague(accounts, firmId);
        DelegationId given = delegate(Profile.STANDARD);
        assertThat(delegations.to(third, firm)).isEmpty();
        assertThat(delegations.to(colleague, firm))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.id()).isEqualTo(given);
                    assertThat(line.giver().id()).isEqualTo(administrator);
                    assertThat(line.live()).isTrue();
                });
        FirmShortName elsewhere = CompanyFixture.openFirm(firms);
        assertThatThrownBy(() -> delegations.to(colleague, elsewhere))
                .isInstanceOf(NoSuchCompanyException.class);
        delegation.revoke(colleague, given);
        assertThat(delegations.to(colleague, firm)).isEmpty();
        assertThatThrownBy(() -> habilitations.access(colleague, path))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    @Test
    void goesToColleaguesOfTheFirmOnlyAndNotToOneself() {
        FirmId other = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        UserAccountId stranger = PersonFixture.colleague(accounts, other);
        assertRefused(
                Reason.NOT_A_COLLEAGUE,
                () ->
                        delegation.delegate(
                                administrator,
                                stranger,
                                Loan.of(one(), Profile.READER, today(), today(), "")));
        assertRefused(
                Reason.TO_ONESELF,
                () ->
                        delegation.delegate(
                                administrator,
                                administrator,
                                Loan.of(one(), Profile.READER, today(), today(), "")));
        assertThatThrownBy(() -> delegations.of(stranger, firm))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    @Test
    void twoRemovalsAtOnceLeaveAnAdministrator() throws Exception {
        UserAccountId second = PersonFixture.colleague(accounts, firmId);
        HabilitationId other =
                granting.grant(
                        administrator, second, new Scope.WholeFirm(firmId), Profile.ADMINISTRATOR);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(removal(administrator, other));
            var two = threads.submit(removal(second, begun));
            assertThat(one.get() ^ two.get()).isTrue();
        }
    }

    @Test
    void isOnRecordAndTheRecordShowsAChange() {
        delegate(Profile.STANDARD);
        assertThat(audit.ofFirm(administrator, firm, Long.MAX_VALUE, 10))
                .first()
                .extracting(AuditEntry::act)
                .isEqualTo("delegation.granted");
        assertThat(verifying.verifyFirm(firmId).intact()).isTrue();
        assertThatThrownBy(() ->
                        database.superuser()
                                .sql("UPDATE platform.audit SET act = 'other' WHERE chain = ?")
                                .param(firmId.value())
                                .update())
                .hasStackTraceContaining("append-only");
        database.superuser().sql("ALTER TABLE platform.audit DISABLE TRIGGER ALL").update();
        database.superuser()
                .sql("UPDATE platform.audit SET act = 'other' WHERE chain = ? AND n = 2")
                .param(firmId.value())
                .update();
        database.superuser().sql("ALTER TABLE platform.audit ENABLE TRIGGER ALL").update();
        assertThat(verifying.verifyFirm(firmId).firstBroken()).isEqualTo(2);
    }

    private void proves(UserAccountId person) {
        SessionFixture.proven(proof, person, clock);
    }

    private Callable<Boolean> removal(UserAccountId by, HabilitationId of) {
        return SessionFixture.asked(() -> {
            try {
                granting.revoke(by, of);
                return true;
            } catch (DelegationRefusedException refused) {
                return false;
            }
        });
    }

    private DelegationId delegate(Profile profile) {
        return delegation.delegate(
                administrator,
                colleague,
                Loan.of(one(), profile, today(), today().plusDays(7), "congés"));
    }

    private Scope one() {
        return new Scope.OneCompany(firmId, company);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static void assertRefused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DelegationRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
