package fr.cloisonne.identity.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Administrators;
import fr.cloisonne.identity.habilitation.Delegation;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Loan;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.PromisedRight;
import fr.cloisonne.identity.habilitation.Scope;
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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
class MembershipTests {

    @Autowired private Members members;
    @Autowired private MemberList list;
    @Autowired private Invitations invitations;
    @Autowired private InvitationList invited;
    @Autowired private RightRequests requests;
    @Autowired private RequestList asked;
    @Autowired private Granting granting;
    @Autowired private Delegation delegation;
    @Autowired private Habilitations habilitations;
    @Autowired private Administrators administrators;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private FreshProof proof;
    @Autowired private TestDatabase database;
    @Autowired private Clock clock;

    @Autowired
    @Qualifier("platformTransactionManager")
    private PlatformTransactionManager transactions;

    private FirmShortName firm;
    private FirmId firmId;
    private CompanyPath bakery;
    private TenantId bakeryId;
    private UserAccountId administrator;
    private UserAccountId colleague;
    private UserAccountId outsider;

    @BeforeEach
    void aFirmWithACompany() {
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        NewClientCompany taken = CompanyFixture.companyOf(firmId);
        bakeryId = provision.provision(taken);
        bakery = new CompanyPath(firm, taken.siren());
        administrator = PersonFixture.colleague(accounts, firmId);
        colleague = PersonFixture.colleague(accounts, firmId);
        FirmId elsewhere = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        outsider = PersonFixture.colleague(accounts, elsewhere);
        granting.begin(firmId, administrator);
        proves(administrator);
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void whoIsSuspendedHoldsNothingAndWhatTheyLentEndsForGood() {
        granting.grant(administrator, colleague, one(), Profile.STANDARD);
        UserAccountId third = PersonFixture.colleague(accounts, firmId);
        LocalDate today = LocalDate.now(clock);
        proves(colleague);
        delegation.delegate(
                colleague, third, Loan.of(one(), Profile.READER, today, today, "congés"));
        proves(administrator);
        members.suspend(administrator, firm, colleague);
        assertNothing(colleague);
        assertNothing(third);
        assertThat(habilitations.membershipsOf(colleague)).isEmpty();
        assertRefused(
                Reason.NOT_A_COLLEAGUE,
                () -> granting.grant(administrator, colleague, one(), Profile.READER));
        members.reinstate(administrator, firm, colleague);
        assertThat(habilitations.access(colleague, bakery).rights()).isNotEmpty();
        assertNothing(third);
    }

    @Test
    void whatIsLentWhileItsGiverIsSuspendedDoesNotComeBackWithThem() throws Exception {
        granting.grant(administrator, colleague, one(), Profile.STANDARD);
        UserAccountId third = PersonFixture.colleague(accounts, firmId);
        LocalDate today = LocalDate.now(clock);
        proves(colleague);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> suspended =
                    new TransactionTemplate(transactions)
                            .execute(status -> {
                                delegation.delegate(
                                        colleague,
                                        third,
                                        Loan.of(one(), Profile.READER, today, today, "congés"));
                                var meanwhile =
                                        threads.submit(suspension(administrator, colleague));
                                while (waiting() == 0) {
                                    Thread.onSpinWait();
                                }
                                return meanwhile;
                            });
            assertThat(suspended.get()).isTrue();
        }
        proves(administrator);
        members.reinstate(administrator, firm, colleague);
        assertThat(habilitations.access(colleague, bakery).rights()).isNotEmpty();
        assertNothing(third);
    }

    private int waiting() {
        return database.superuser()
                .sql(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0")
                .query(Integer.class)
                .single();
    }

    @Test
    void whatAProvisionalAdministratorHoldsGoesToo() {
        granting.grant(administrator, colleague, one(), Profile.READER);
        database.superuser()
                .sql(
                        "UPDATE platform.habilitation SET last_day = current_date + 30 WHERE holder_id = ?")
                .param(colleague.value())
                .update();
        members.detach(administrator, firm, colleague);
        accounts.join(colleague, firmId);
        assertNothing(colleague);
    }

    @Test
    void whoIsDetachedIsAStranger() {
        granting.grant(administrator, colleague, one(), Profile.STANDARD);
        members.detach(administrator, firm, colleague);
        assertNothing(colleague);
        accounts.join(colleague, firmId);
        assertNothing(colleague);
        assertThat(list.of(administrator, firm, "", 0, 10)).hasSize(2);
    }

    @Test
    void theLastAdministratorIsNeitherSuspendedNorDetachedEvenByTwoAtOnce() throws Exception {
        granting.grant(
                administrator, colleague, new Scope.WholeFirm(firmId), Profile.ADMINISTRATOR);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(suspension(administrator, colleague));
            var two = threads.submit(suspension(colleague, administrator));
            assertThat(one.get() ^ two.get()).isTrue();
        }
        assertThat(administrators.of(firmId)).hasSize(1);
    }

    @Test
    void theMainRoleIsHandedOver() {
        members.handOver(administrator, firm, colleague);
        assertThat(administrators.of(firmId)).containsExactly(colleague);
        assertThat(habilitations.access(administrator, bakery).rights()).isNotEmpty();
        assertThatThrownBy(() -> members.suspend(administrator, firm, colleague))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void anInvitationWaitsForItsAddressAndGivesWhatItPromised() {
        InvitationId sent = invite(outsider, null, Set.of(right(Profile.STANDARD)));
        assertThat(invited.to(outsider)).hasSize(1);
        assertState(InvitationState.PENDING);
        assertUnknown(() -> invitations.accept(colleague, sent));
        invitations.resend(administrator, firm, sent);
        assertState(InvitationState.RESENT);
        assertThat(invitations.accept(outsider, sent)).isEmpty();
        assertThat(habilitations.access(outsider, bakery).rights()).isNotEmpty();
        assertThat(habilitations.membershipsOf(outsider)).hasSize(2);
        assertClosed(InvitationState.USED, () -> invitations.accept(outsider, sent));
        assertClosed(InvitationState.USED, () -> invitations.withdraw(administrator, firm, sent));
        assertThat(invited.to(outsider)).isEmpty();
    }

    @Test
    void anInvitationThatIsOverOrTakenBackOpensNothing() {
        InvitationId sent = invite(outsider, null, Set.of());
        database.superuser()
                .sql(
                        "UPDATE platform.invitation SET expires_at = now() - interval '1 day' WHERE id = ?")
                .param(sent.value())
                .update();
        assertState(InvitationState.EXPIRED);
        assertClosed(InvitationState.EXPIRED, () -> invitations.accept(outsider, sent));
        invitations.resend(administrator, firm, sent);
        assertState(InvitationState.RESENT);
        invitations.withdraw(administrator, firm, sent);
        assertClosed(InvitationState.WITHDRAWN, () -> invitations.accept(outsider, sent));
        assertThat(habilitations.membershipsOf(outsider)).hasSize(1);
    }

    @Test
    void nobodyPromisesMoreThanTheyHoldOrWhatIsNotTheFirms() {
        FirmId elsewhere = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        TenantId foreign = provision.provision(CompanyFixture.companyOf(elsewhere));
        assertRefused(
                Reason.NOT_OF_THE_FIRM,
                () ->
                        invite(
                                outsider,
                                null,
                                Set.of(
                                        new PromisedRight(
                                                new Scope.OneCompany(firmId, foreign),
                                                Profile.READER))));
        assertThatThrownBy(() ->
                        invitations.invite(colleague, firm, form(outsider, null, Set.of(), false)))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    @Test
    void whatTheInviterLostMeanwhileIsNotGiven() {
        UserAccountId second = PersonFixture.colleague(accounts, firmId);
        granting.grant(administrator, second, new Scope.WholeFirm(firmId), Profile.ADMINISTRATOR);
        proves(second);
        InvitationId sent =
                invitations.invite(
                        second, firm, form(outsider, null, Set.of(right(Profile.READER)), false));
        proves(administrator);
        members.suspend(administrator, firm, second);
        assertThat(invitations.accept(outsider, sent)).containsExactly(right(Profile.READER));
        assertNothing(outsider);
        assertThat(habilitations.membershipsOf(outsider)).hasSize(2);
    }

    @Test
    void rightsCanBeLentByAnInvitation() {
        InvitationId sent =
                invitations.invite(
                        administrator,
                        firm,
                        form(outsider, null, Set.of(right(Profile.READER)), true));
        invitations.accept(outsider, sent);
        assertThat(habilitations.access(outsider, bakery).onBehalfOf())
                .containsValue(administrator);
    }

    @Test
    void aCompanysOwnStaffAreUsersOfThatCompanyAlone() {
        TenantId garage = provision.provision(CompanyFixture.companyOf(firmId));
        assertRefused(
                Reason.NOT_OF_THE_FIRM,
                () ->
                        invite(
                                outsider,
                                bakeryId,
                                Set.of(
                                        new PromisedRight(
                                                new Scope.OneCompany(firmId, garage),
                                                Profile.READER))));
        invitations.accept(outsider, invite(outsider, bakeryId, Set.of(right(Profile.STANDARD))));
        assertThat(habilitations.clientCompaniesOf(outsider))
                .extracting(card -> card.tenant())
                .containsExactly(bakeryId);
        assertThat(habilitations.membershipsOf(outsider)).hasSize(1);
        assertThat(habilitations.firmRights(outsider, firm)).isEmpty();
        assertThat(list.of(administrator, firm, "", 0, 10))
                .filteredOn(line -> line.staffOf() != null)
                .singleElement()
                .satisfies(line -> assertThat(line.person().id()).isEqualTo(outsider));
        assertRefused(
                Reason.NOT_A_COLLEAGUE,
                () ->
                        granting.grant(
                                administrator,
                                outsider,
                                new Scope.OneCompany(firmId, garage),
                                Profile.READER));
        assertRefused(
                Reason.NOT_A_COLLEAGUE,
                () ->
                        granting.grant(
                                administrator,
                                outsider,
                                new Scope.WholeFirm(firmId),
                                Profile.READER));
        members.suspend(administrator, firm, outsider);
        assertNothing(outsider);
        members.detach(administrator, firm, outsider);
        assertThat(list.of(administrator, firm, "", 0, 10)).hasSize(2);
    }

    @Test
    void requestsAreAnsweredInMassOrNotAtAll() {
        UserAccountId third = PersonFixture.colleague(accounts, firmId);
        RequestId first = requests.ask(colleague, firm, right(Profile.READER), "remplacement");
        RequestId second = requests.ask(third, firm, right(Profile.STANDARD), "remplacement");
        assertRefused(
                Reason.ALREADY_THERE,
                () -> requests.ask(colleague, firm, right(Profile.READER), "encore"));
        assertThat(asked.countWaiting(administrator, firm)).isEqualTo(2);
        requests.grant(administrator, firm, List.of(first, second), "d’accord");
        assertThat(habilitations.access(colleague, bakery).rights()).isNotEmpty();
        assertThat(habilitations.access(third, bakery).rights()).isNotEmpty();
        assertThat(asked.mine(colleague, firmId))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.state()).isEqualTo(RequestState.GRANTED);
                    assertThat(line.answer()).isEqualTo("d’accord");
                });
        RequestId last = requests.ask(colleague, firm, right(Profile.STANDARD), "dépôt");
        assertRefused(
                Reason.NOT_FOUND,
                () -> requests.grant(administrator, firm, List.of(last, first), ""));
        assertThat(asked.countWaiting(administrator, firm)).isEqualTo(1);
    }

    @Test
    void aRefusalNeedsAReasonAndARequestCanBeWithdrawn() {
        RequestId first = requests.ask(colleague, firm, right(Profile.READER), "curiosité");
        assertRefused(
                Reason.ANSWER_MISSING,
                () -> requests.refuse(administrator, firm, List.of(first), " "));
        requests.refuse(administrator, firm, List.of(first), "pas ce client");
        assertNothing(colleague);
        RequestId second = requests.ask(colleague, firm, right(Profile.READER), "vraiment");
        requests.withdraw(colleague, second);
        assertRefused(Reason.NOT_FOUND, () -> requests.withdraw(colleague, second));
        assertThat(asked.countWaiting(administrator, firm)).isZero();
        assertThatThrownBy(() -> requests.ask(outsider, firm, right(Profile.READER), "moi"))
                .isInstanceOf(NoSuchCompanyException.class);
        assertThatThrownBy(() -> asked.waiting(colleague, firm))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    private Callable<Boolean> suspension(UserAccountId by, UserAccountId of) {
        return () -> {
            SessionFixture.proven(proof, by, clock);
            try {
                members.suspend(by, firm, of);
                return true;
            } catch (DelegationRefusedException | NoSuchCompanyException refused) {
                return false;
            } finally {
                SessionFixture.none();
            }
        };
    }

    private InvitationId invite(
            UserAccountId person, @Nullable TenantId staffOf, Set<PromisedRight> rights) {
        return invitations.invite(administrator, firm, form(person, staffOf, rights, false));
    }

    private InvitationForm form(
            UserAccountId person,
            @Nullable TenantId staffOf,
            Set<PromisedRight> rights,
            boolean lent) {
        LocalDate today = LocalDate.now(clock);
        return new InvitationForm(
                new EmailAddress(accounts.card(person).email()),
                new PersonName("Élodie", "Invitée"),
                Locale.FRENCH,
                staffOf,
                rights,
                lent ? today : null,
                lent ? today.plusDays(7) : null);
    }

    private PromisedRight right(Profile profile) {
        return new PromisedRight(one(), profile);
    }

    private Scope one() {
        return new Scope.OneCompany(firmId, bakeryId);
    }

    private void proves(UserAccountId person) {
        SessionFixture.proven(proof, person, clock);
    }

    private void assertState(InvitationState state) {
        assertThat(invited.of(administrator, firm))
                .first()
                .extracting(InvitationLine::state)
                .isEqualTo(state);
    }

    private void assertNothing(UserAccountId person) {
        assertThatThrownBy(() -> habilitations.access(person, bakery))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    private static void assertUnknown(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        InvitationRefusedException.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(InvitationRefusedException.Reason.UNKNOWN));
    }

    private static void assertClosed(InvitationState state, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        InvitationRefusedException.class,
                        refused -> assertThat(refused.state()).isEqualTo(state));
    }

    private static void assertRefused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DelegationRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
