package fr.cloisonne.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.PasswordHashes;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@PostgresTest
class LocalSignInTests {

    @Autowired private LocalSignIn signIn;
    @Autowired private UserAccounts accounts;
    @Autowired private PasswordHashes hashes;
    @Autowired private Firms firms;
    @Autowired private TestDatabase database;

    private UserAccountId person;

    @BeforeEach
    void somebody() {
        var firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        person = PersonFixture.colleague(accounts, firm);
    }

    @Test
    void aHashOfOlderParametersIsUpgradedAtSignIn() {
        String weak =
                String.valueOf(
                        new Argon2PasswordEncoder(16, 32, 1, 7_168, 1)
                                .encode(PersonFixture.PASSWORD));
        set(weak);
        assertThatThrownBy(() -> signsIn("un autre mot de passe"))
                .isInstanceOf(BadCredentialsException.class);
        assertThat(hash()).isEqualTo(weak);
        signsIn(PersonFixture.PASSWORD);
        assertThat(hash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        String upgraded = hash();
        signsIn(PersonFixture.PASSWORD);
        assertThat(hash()).isEqualTo(upgraded);
    }

    @Test
    void aPasswordChangedInTheMeantimeStays() {
        String checked = hash();
        set("another hash");
        hashes.replace(person, checked, "stronger");
        assertThat(hash()).isEqualTo("another hash");
    }

    @Test
    void anAccountWithoutAPasswordIsOpenedByNone() {
        database.superuser()
                .sql("UPDATE platform.user_account SET password_hash = NULL WHERE id = ?")
                .param(person.value())
                .update();
        List.of("nobody's password", "", "null", PersonFixture.PASSWORD)
                .forEach(password ->
                        assertThatThrownBy(() -> signsIn(password))
                                .as(password)
                                .isInstanceOfAny(
                                        BadCredentialsException.class, SlowDownException.class));
    }

    @Test
    void ofManyGuessesAtTheSameTimeFewAreJudged() throws Exception {
        var judged = new AtomicInteger();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> guesses =
                    Collections.nCopies(
                            40,
                            () -> {
                                try {
                                    signsIn("un autre mot de passe");
                                } catch (BadCredentialsException wrong) {
                                    judged.incrementAndGet();
                                } catch (SlowDownException refused) {
                                    return null;
                                }
                                return null;
                            });
            for (var each : all.invokeAll(guesses)) {
                each.get();
            }
        }
        assertThat(judged.get()).isBetween(1, 6);
    }

    private void signsIn(String password) {
        signIn.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(
                        accounts.card(person).email(), password));
    }

    private String hash() {
        return hashes.of(person).orElseThrow();
    }

    private void set(String hash) {
        database.superuser()
                .sql("UPDATE platform.user_account SET password_hash = ? WHERE id = ?")
                .params(hash, person.value())
                .update();
    }
}
