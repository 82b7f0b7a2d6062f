package fr.cloisonne.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.db.outbox.Dispatcher;
import fr.cloisonne.identity.ParisClock;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.Afterwards;
import fr.cloisonne.identity.audit.RestSchedule;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.NewClientCompany;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.TestPropertySource;

@PostgresTest
@Import(ParisClock.class)
@TestPropertySource(properties = "cloisonne.outbox.scheduled=false")
class SignInsOnRecordTests {

    private static final UUID SERVICE = new UUID(0, 0);

    @Autowired private SignInFailure failure;
    @Autowired private RefusedSignIns refused;
    @Autowired private SessionOpening sessions;
    @Autowired private Afterwards afterwards;
    @Autowired private RestSchedule rest;
    @Autowired private Dispatcher dispatcher;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private TestDatabase database;
    @Autowired private SettableClock clock;

    private FirmId firm;
    private UserAccountId person;

    @BeforeEach
    void somebody() {
        clock.advance(Duration.ofHours(3));
        firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        person = PersonFixture.colleague(accounts, firm);
    }

    @AfterEach
    void nobodyIsHere() {
        SessionFixture.none();
    }

    @Test
    void guessesAtOneAccountAreFiveRowsAndOneThatSaysHowManyMore() throws Exception {
        long before = rows(SERVICE);
        for (int i = 0; i < 30; i++) {
            fails(accounts.card(person).email(), "192.0.2." + i);
        }
        told();
        assertThat(rows(SERVICE) - before).isEqualTo(6);
        assertThat(acts(firm))
                .containsOnlyOnce("signin.refused.account.repeated")
                .filteredOn("signin.refused.account"::equals)
                .hasSize(5);
        assertThat(details(firm, "signin.refused.account.repeated"))
                .contains("\"times\":\"25\"", person.toString());
    }

    @Test
    void guessesAtAddressesThatAreNobodysAreTwentyRowsAndOne() throws Exception {
        long before = rows(SERVICE);
        for (int i = 0; i < 50; i++) {
            fails("nobody" + i + "@example.org", "198.51.100." + i);
        }
        told();
        assertThat(rows(SERVICE) - before).isEqualTo(21);
    }

    @Test
    void guessesFromOnePlaceOverManyAccountsAreTwentyRowsAndOne() throws Exception {
        long before = rows(SERVICE);
        for (int i = 0; i < 30; i++) {
            fails(accounts.card(PersonFixture.colleague(accounts, firm)).email(), "203.0.113.9");
        }
        told();
        assertThat(rows(SERVICE) - before).isEqualTo(21);
        assertThat(all()).noneMatch(row -> row.contains("203.0.113"));
    }

    @Test
    void wrongCodesAreBoundedTooAndReachTheFirm() {
        long before = rows(SERVICE);
        for (int i = 0; i < 12; i++) {
            refused.second(person, new SignInWay.Password());
        }
        told();
        assertThat(rows(SERVICE) - before).isEqualTo(6);
        assertThat(acts(firm)).contains("signin.refused.account");
    }

    @Test
    void aSignInOfACompanysOwnPeopleReachesTheFirmInChargeOfIt() {
        NewClientCompany made = CompanyFixture.companyOf(firm);
        TenantId company = provision.provision(made);
        FirmId other = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        UserAccountId staff = PersonFixture.colleague(accounts, other);
        database.superuser()
                .sql("DELETE FROM platform.firm_member WHERE user_id = ?")
                .param(staff.value())
                .update();
        database.superuser()
                .sql("INSERT INTO platform.company_member (tenant_id, user_id) VALUES (?, ?)")
                .params(company.value(), staff.value())
                .update();
        sessions.open(new MockHttpServletRequest(), staff, new SignInWay.Password());
        dispatcher.dispatch();
        assertThat(acts(firm)).contains("signin.ok");
        assertThat(acts(other)).doesNotContain("signin.ok");
    }

    private void fails(String address, String origin) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(origin);
        BadCredentialsException wrong = new BadCredentialsException("wrong");
        wrong.setAuthenticationRequest(
                UsernamePasswordAuthenticationToken.unauthenticated(address, "guess"));
        failure.onAuthenticationFailure(request, new MockHttpServletResponse(), wrong);
        afterwards.settle();
    }

    private void told() {
        afterwards.settle();
        clock.advance(Duration.ofMinutes(10));
        rest.run();
        dispatcher.dispatch();
    }

    private long rows(UUID chain) {
        return database.superuser()
                .sql("SELECT count(*) FROM platform.audit WHERE chain = ?")
                .param(chain)
                .query(Long.class)
                .single();
    }

    private List<String> acts(FirmId chain) {
        return database.superuser()
                .sql("SELECT act FROM platform.audit WHERE chain = ? ORDER BY n")
                .param(chain.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private String details(FirmId chain, String act) {
        return database.superuser()
                .sql("SELECT details FROM platform.audit WHERE chain = ? AND act = ?")
                .params(chain.value(), act)
                .query((row, n) -> row.getString(1))
                .single();
    }

    private List<String> all() {
        return database.superuser()
                .sql("SELECT a::text FROM platform.audit a")
                .query((row, n) -> row.getString(1))
                .list();
    }
}
