package fr.cloisonne.api.scim;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.api.scim.Directory.Answer;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Delegation;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Loan;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.membership.Members;
import fr.cloisonne.identity.signin.SessionOpening;
import fr.cloisonne.identity.signin.SignInWay;
import fr.cloisonne.identity.signin.SignedInSessions;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.value.FirmId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

/** What is over the moment the directory says that somebody no longer works for the firm. */
class ScimLeavingTests extends AtDirectory {

    private static final String OFF =
            "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}";
    private static final String ON = "{\"op\": \"replace\", \"path\": \"active\", \"value\": true}";

    @Autowired private SignedInSessions sessions;
    @Autowired private SessionOpening opening;
    @Autowired private Habilitations habilitations;
    @Autowired private Delegation delegation;
    @Autowired private Members members;

    private UserAccountId colleague;
    private UserAccountId replacement;

    @BeforeEach
    void aColleagueWhoLends() {
        colleague = PersonFixture.colleague(accounts, firmId);
        replacement = PersonFixture.colleague(accounts, firmId);
        SessionFixture.proven(proof, administrator, clock);
        granting.grant(administrator, colleague, new Scope.WholeFirm(firmId), Profile.STANDARD);
        opening.open(new MockHttpServletRequest(), colleague, new SignInWay.Password());
        SessionFixture.proven(proof, colleague, clock);
        lends(colleague, replacement, Profile.STANDARD);
        assertThat(rights(replacement)).contains(Right.DEPOSIT);
    }

    @Test
    void suspendingEndsSessionsRightsAndDelegationsAtOnceAndForGood() {
        String path = "/Users/" + idOf(colleague);
        assertThat(directory.patch(path, OFF).json().path("active").asBoolean(true)).isFalse();
        assertThat(sessions.of(colleague)).isEmpty();
        assertThat(rights(colleague)).isEmpty();
        assertThat(rights(replacement)).isEmpty();
        directory.patch(path, ON);
        assertThat(rights(colleague)).contains(Right.DEPOSIT);
        assertThat(rights(replacement)).isEmpty();
    }

    @Test
    void whomAnAdministratorSuspendedTheDirectoryDoesNotReinstate() {
        String path = "/Users/" + idOf(colleague);
        for (boolean directoryFirst : new boolean[] {false, true}) {
            if (directoryFirst) {
                assertThat(directory.patch(path, OFF).status()).isEqualTo(200);
            }
            SessionFixture.proven(proof, administrator, clock);
            members.suspend(administrator, firm, colleague);
            assertThat(directory.patch(path, OFF).status()).isEqualTo(200);
            Answer refused = directory.patch(path, ON);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("detail")).contains("administrator");
            assertThat(rights(colleague)).isEmpty();
            assertThat(directory.get(path).json().path("active").asBoolean(true)).isFalse();
            SessionFixture.proven(proof, administrator, clock);
            members.reinstate(administrator, firm, colleague);
            assertThat(rights(colleague)).contains(Right.DEPOSIT);
            assertThat(directory.patch(path, ON).status()).isEqualTo(200);
            assertThat(rights(colleague)).contains(Right.DEPOSIT);
        }
    }

    @Test
    void whatWasBorrowedIsOverToo() {
        SessionFixture.proven(proof, administrator, clock);
        lends(administrator, colleague, Profile.ADMINISTRATOR);
        assertThat(rights(colleague)).contains(Right.DELEGATE);
        String path = "/Users/" + idOf(colleague);
        directory.patch(path, OFF);
        directory.patch(path, ON);
        assertThat(rights(colleague)).contains(Right.DEPOSIT).doesNotContain(Right.DELEGATE);
    }

    @Test
    void deletingDetachesFromTheFirmAndTheAccountStaysItsOwners() {
        String path = "/Users/" + idOf(colleague);
        assertThat(directory.delete(path).status()).isEqualTo(204);
        assertThat(directory.get(path).status()).isEqualTo(404);
        assertThat(rights(colleague)).isEmpty();
        assertThat(sessions.of(colleague)).isEmpty();
        assertThat(accounts.colleaguesOf(firmId)).doesNotContain(accounts.card(colleague));
        assertThat(hashes.of(colleague)).isPresent();
        accounts.join(colleague, firmId);
        assertThat(rights(colleague)).isEmpty();
        assertThat(acts("habilitation.revoked")).isEqualTo(1);
        assertThat(acts("delegation.cut")).isEqualTo(1);
    }

    @Test
    void whoBelongsToAnotherFirmTooKeepsTheirSessionsThere() {
        FirmId other = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        accounts.join(colleague, other);
        directory.patch("/Users/" + idOf(colleague), OFF);
        assertThat(sessions.of(colleague)).isNotEmpty();
        assertThat(rights(colleague)).isEmpty();
    }

    @Test
    void theLastAdministratorStays() {
        String path = "/Users/" + idOf(administrator);
        Answer refused = directory.patch(path, OFF);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("last administrator");
        assertThat(directory.delete(path).status()).isEqualTo(409);
        assertThat(directory.get(path).json().path("active").asBoolean()).isTrue();
        assertThat(rights(administrator)).contains(Right.DELEGATE);
    }

    @Test
    void whomTheFirmCountsOnInEmergenciesStays() {
        SessionFixture.proven(proof, administrator, clock);
        granting.grant(
                administrator, colleague, new Scope.WholeFirm(firmId), Profile.ADMINISTRATOR);
        requiresItsProviderAndCountsOn(List.of(administrator, colleague));
        String path = "/Users/" + idOf(colleague);
        Answer refused = directory.patch(path, OFF);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("in emergencies");
        assertThat(directory.delete(path).status()).isEqualTo(409);
        assertThat(directory.get(path).json().path("active").asBoolean()).isTrue();
        database.superuser()
                .sql("DELETE FROM platform.required_provider WHERE firm_id = ?")
                .param(firmId.value())
                .update();
        assertThat(directory.patch(path, OFF).status()).isEqualTo(200);
    }

    /** Each with a password and an authenticator. */
    private void requiresItsProviderAndCountsOn(List<UserAccountId> people) {
        var superuser = database.superuser();
        superuser
                .sql("INSERT INTO platform.required_provider (firm_id, since) VALUES (?, now())")
                .param(firmId.value())
                .update();
        for (UserAccountId person : people) {
            superuser
                    .sql(
                            "INSERT INTO platform.authenticator (user_id, secret, last_step, added_at) VALUES (?, '', 0, now())")
                    .param(person.value())
                    .update();
            superuser
                    .sql("INSERT INTO platform.break_glass VALUES (?, ?, now())")
                    .params(firmId.value(), person.value())
                    .update();
        }
    }

    @Test
    void twoAdministratorsSuspendedAtTheSameMomentLeaveOne() throws Exception {
        SessionFixture.proven(proof, administrator, clock);
        granting.grant(
                administrator, colleague, new Scope.WholeFirm(firmId), Profile.ADMINISTRATOR);
        List<String> paths = List.of("/Users/" + idOf(administrator), "/Users/" + idOf(colleague));
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers =
                    paths.stream()
                            .map(path ->
                                    both.submit(() -> {
                                        start.await();
                                        return directory.patch(path, OFF).status();
                                    }))
                            .toList();
            start.countDown();
            assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void eachChangeIsOnRecordWithItsConnection() {
        String id = idOf(colleague);
        directory.patch("/Users/" + id, OFF);
        String row =
                database.superuser()
                        .sql(
                                "SELECT details FROM platform.audit WHERE chain = ? AND act = 'provisioning.person.deactivated'")
                        .param(firmId.value())
                        .query(String.class)
                        .single();
        SessionFixture.proven(proof, administrator, clock);
        assertThat(row)
                .contains(id)
                .contains(connections.of(administrator, firm).getFirst().id().toString())
                .doesNotContain(accounts.card(colleague).email());
    }

    private void lends(UserAccountId giver, UserAccountId holder, Profile profile) {
        LocalDate today = LocalDate.now(clock);
        delegation.delegate(
                giver,
                holder,
                new Loan(
                        Set.of(new Scope.WholeFirm(firmId)),
                        Set.of(profile),
                        today,
                        today.plusDays(5),
                        "Congés"));
    }

    private int acts(String act) {
        return database.superuser()
                .sql("SELECT count(*) FROM platform.audit WHERE chain = ? AND act = ?")
                .params(firmId.value(), act)
                .query(Integer.class)
                .single();
    }

    private Set<Right> rights(UserAccountId person) {
        return habilitations.firmRights(person, firm);
    }
}
