package fr.cloisonne.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class SecondFactorsTests {

    private static final String HERE = "192.0.2.10";

    @Autowired private SecondFactors factors;
    @Autowired private CodeCheck codes;
    @Autowired private FreshProof proof;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private TestDatabase database;
    @Autowired private Clock clock;

    private UserAccountId person;
    private long step;

    @BeforeEach
    void somebody() {
        var firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        person = PersonFixture.colleague(accounts, firm);
        SessionFixture.proven(proof, person, clock);
        step = Totp.step(clock.instant());
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void anAuthenticatorIsAddedByACodeThatShowsThatItWorks() {
        NewAuthenticator prepared = factors.prepare(person);
        assertThat(factors.add(person, prepared, "000 00")).isEmpty();
        assertThat(factors.of(person).any()).isFalse();
        assertThat(factors.add(person, prepared, now(prepared.totp(), 0)))
                .hasValueSatisfying(shown -> assertThat(shown).doesNotHaveDuplicates().hasSize(10));
        assertThat(factors.of(person).any()).isTrue();
        assertThat(factors.of(person).recoveryCodes()).isEqualTo(10);
    }

    @Test
    void aCodeOpensOnceAndNeitherDoesAnOlderOne() {
        Totp totp = added();
        assertThat(codes.check(person, now(totp, 0), HERE)).isEmpty();
        assertThat(codes.check(person, now(totp, -1), HERE)).isEmpty();
        assertThat(codes.check(person, now(totp, 1), HERE)).contains(Factor.TOTP);
        assertThat(codes.check(person, now(totp, 1), HERE)).isEmpty();
    }

    @Test
    void oneCodeAtTwoDoorsAtOnceOpensOne() throws Exception {
        Totp totp = added();
        String code = now(totp, 1);
        Callable<Boolean> door = () -> codes.check(person, code, HERE).isPresent();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(door);
            var two = threads.submit(door);
            assertThat(one.get() ^ two.get()).isTrue();
        }
    }

    @Test
    void guessingCodesIsSlowedDownFromEverywhereButARecoveryCodeStillOpens() {
        List<String> recovery = addedWithRecovery();
        for (int tries = 0; tries < 4; tries++) {
            assertThat(codes.check(person, "000000", "192.0.2." + tries)).isEmpty();
        }
        assertThatThrownBy(() -> codes.check(person, "000000", "192.0.2.99"))
                .isInstanceOf(SlowDownException.class);
        assertThat(codes.check(person, recovery.getFirst(), HERE)).contains(Factor.RECOVERY_CODE);
    }

    @Test
    void aRecoveryCodeOpensOnceHoweverItIsTypedAndOnlyItsOwnAccount() {
        List<String> recovery = addedWithRecovery();
        UserAccountId other =
                PersonFixture.colleague(
                        accounts,
                        firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id());
        assertThat(codes.check(other, recovery.getFirst(), HERE)).isEmpty();
        String loud = recovery.getFirst().toUpperCase(java.util.Locale.ROOT).replace('-', ' ');
        assertThat(codes.check(person, loud, HERE)).contains(Factor.RECOVERY_CODE);
        assertThat(codes.check(person, recovery.getFirst(), HERE)).isEmpty();
        assertThat(factors.of(person).recoveryCodes()).isEqualTo(9);
        List<String> renewed = factors.renewRecoveryCodes(person);
        assertThat(codes.check(person, recovery.get(1), HERE)).isEmpty();
        assertThat(codes.check(person, renewed.getFirst(), HERE)).contains(Factor.RECOVERY_CODE);
    }

    @Test
    void neitherSecretNorCodesLieReadableInTheDatabase() {
        NewAuthenticator prepared = factors.prepare(person);
        List<String> recovery =
                factors.add(person, prepared, now(prepared.totp(), 0)).orElseThrow();
        byte[] kept =
                database.superuser()
                        .sql("SELECT secret FROM platform.authenticator WHERE user_id = ?")
                        .param(person.value())
                        .query(byte[].class)
                        .single();
        assertThat(new Totp(kept).text()).doesNotContain(prepared.totp().text());
        assertThat(
                        database.superuser()
                                .sql("SELECT hash FROM platform.recovery_code WHERE user_id = ?")
                                .param(person.value())
                                .query(String.class)
                                .list())
                .hasSize(10)
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"))
                .doesNotContainAnyElementsOf(recovery);
    }

    @Test
    void everyChangeAsksForAFreshProof() {
        NewAuthenticator prepared = factors.prepare(person);
        String code = now(prepared.totp(), 0);
        SessionFixture.begun();
        assertThatThrownBy(() -> factors.prepare(person)).isInstanceOf(ProofNeededException.class);
        assertThatThrownBy(() -> factors.add(person, prepared, code))
                .isInstanceOf(ProofNeededException.class);
        assertThatThrownBy(() -> factors.removeAuthenticator(person))
                .isInstanceOf(ProofNeededException.class);
        assertThatThrownBy(() -> factors.renewRecoveryCodes(person))
                .isInstanceOf(ProofNeededException.class);
        assertThat(factors.of(person).any()).isFalse();
    }

    @Test
    void whatIsRemovedOpensNothingAnyMoreAndTheRestIsTold() {
        List<String> recovery = addedWithRecovery();
        factors.removeAuthenticator(person);
        assertThat(factors.of(person)).isEqualTo(new AccountFactors(null, List.of(), 0));
        assertThat(codes.check(person, recovery.getFirst(), HERE)).isEmpty();
        assertThat(
                        database.superuser()
                                .sql(
                                        "SELECT kind FROM platform.outbox WHERE aggregate = ? ORDER BY id")
                                .param(person.toString())
                                .query(String.class)
                                .list())
                .containsExactly("SecondFactorAdded", "SecondFactorRemoved");
    }

    private Totp added() {
        NewAuthenticator prepared = factors.prepare(person);
        assertThat(factors.add(person, prepared, now(prepared.totp(), 0))).isPresent();
        return prepared.totp();
    }

    private List<String> addedWithRecovery() {
        NewAuthenticator prepared = factors.prepare(person);
        return factors.add(person, prepared, now(prepared.totp(), 0)).orElseThrow();
    }

    /** Steps count from the test's beginning, so that one that ends meanwhile changes nothing. */
    private String now(Totp totp, int stepsAway) {
        return totp.code(step + stepsAway);
    }
}
