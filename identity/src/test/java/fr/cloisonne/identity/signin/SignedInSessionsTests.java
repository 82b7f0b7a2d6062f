package fr.cloisonne.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.IdentityRoom;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SignedInPerson;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@PostgresTest
@Import(SignedInSessionsTests.StandingClock.class)
class SignedInSessionsTests {

    private static final String ISSUER = "https://provider.example";

    @Autowired private SignedInSessions sessions;
    @Autowired private SessionOpening opening;
    @Autowired private SessionEnding ending;
    @Autowired private FreshProof proof;
    @Autowired private SignedInRows rows;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private TestDatabase database;
    @Autowired private SettableClock clock;

    private UserAccountId person;

    /** Not annotated, so that no other test finds it by scanning. */
    static class StandingClock {

        @Bean
        @Primary
        SettableClock standing() {
            return new SettableClock();
        }
    }

    @BeforeEach
    void somebody() {
        var firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        person = PersonFixture.colleague(accounts, firm);
    }

    @AfterEach
    void nobodyAsks() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void aSessionKnowsItsPersonItsWayItsDeviceAndNothingThatOpensIt() {
        HttpSession browser = signsIn(new SignInWay.Password());
        SignedInSession session = sessions.in(browser).orElseThrow();
        assertThat(session.person()).isEqualTo(person);
        assertThat(session.way()).isEqualTo(new SignInWay.Password());
        assertThat(session.factors()).containsExactly(Factor.PASSWORD);
        assertThat(session.device()).isEqualTo(new Device("Firefox", "Windows"));
        assertThat(sessions.of(person)).extracting(SignedInSession::id).contains(session.id());
        String kept =
                database.superuser()
                        .sql("SELECT row_to_json(s)::text FROM platform.signed_in s WHERE id = ?")
                        .param(session.id().value())
                        .query(String.class)
                        .single();
        assertThat(kept).doesNotContain(SignedInKey.in(browser).orElseThrow().secret());
    }

    @Test
    void oneIsEndedTheOthersAreOrAllAre() throws Exception {
        HttpSession first = signsIn(new SignInWay.Password());
        HttpSession second = signsIn(new SignInWay.Passkey());
        HttpSession third = signsIn(new SignInWay.Password());
        assertThat(ending.end(sessions.in(first).orElseThrow().id(), SessionEnd.REVOKED)).isTrue();
        assertThat(asks(first)).isEqualTo(SessionEnd.REVOKED);
        answering(second);
        assertThat(ending.endOthers(person, SessionEnd.PASSWORD_CHANGED)).isEqualTo(1);
        assertThat(asks(third)).isEqualTo(SessionEnd.PASSWORD_CHANGED);
        assertThat(asks(second)).isNull();
        assertThat(ending.endAll(person, SessionEnd.SUSPENDED)).isEqualTo(1);
        assertThat(asks(second)).isEqualTo(SessionEnd.SUSPENDED);
        assertThat(sessions.of(person)).isEmpty();
    }

    @Test
    void nobodyClosesTheSessionOfAnother() throws Exception {
        HttpSession theirs = signsIn(new SignInWay.Password());
        SignedInId id = sessions.in(theirs).orElseThrow().id();
        UserAccountId owner = person;
        somebody();
        assertThat(sessions.of(person)).isEmpty();
        assertThat(ending.revoke(person, id)).isFalse();
        assertThat(asks(theirs)).isNull();
        assertThat(ending.revoke(owner, id)).isTrue();
        assertThat(ending.revoke(owner, id)).isFalse();
        assertThat(asks(theirs)).isEqualTo(SessionEnd.REVOKED);
    }

    @Test
    void anEndedSessionIsClosedAndTheSignInPageKnowsWhy() throws Exception {
        HttpSession browser = signsIn(new SignInWay.Password());
        ending.endAll(person, SessionEnd.PASSWORD_CHANGED);
        browser.setAttribute("page", "something open");
        // A page asks several things at once.
        for (int i = 0; i < 2; i++) {
            assertThat(asks(browser)).isEqualTo(SessionEnd.PASSWORD_CHANGED);
            assertThat(sessions.in(browser)).isEmpty();
            assertThat(Collections.list(browser.getAttributeNames())).hasSize(1);
        }
    }

    @Test
    void whoWaitsForAPageThatIsClosedWaitsForTheSameLockAsTheNext() throws Exception {
        HttpSession browser = signsIn(new SignInWay.Password());
        var lock = new ReentrantLock();
        browser.setAttribute("springServlet.lock", lock);
        ending.endAll(person, SessionEnd.REVOKED);
        assertThat(asks(browser)).isEqualTo(SessionEnd.REVOKED);
        assertThat(browser.getAttribute("springServlet.lock")).isSameAs(lock);
    }

    @Test
    void whoClaimsAPersonWithoutARowIsNobody() throws Exception {
        MockHttpServletRequest request = request(null, "");
        var context = new SecurityContextImpl(LocalSignIn.recognised(new SignedInPerson(person)));
        request.getSession()
                .setAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        passes(request);
        assertThat(sessions.lost(request.getSession(false))).contains(SessionEnd.UNKNOWN);
    }

    @Test
    void itEndsWhenNothingIsDoneAndAfterItsLongestInAnyCase() throws Exception {
        HttpSession idle = signsIn(new SignInWay.Password());
        HttpSession busy = signsIn(new SignInWay.Password());
        for (int i = 1; i <= 28; i++) {
            clock.advance(Duration.ofMinutes(25));
            assertThat(asks(busy)).as("after %d minutes", i * 25).isNull();
            if (i == 1) {
                // A page left open sends a heartbeat, which is nobody's act.
                passes(request(idle, "v-r=heartbeat&v-uiId=0"));
                assertThat(sessions.in(idle)).isPresent();
            } else if (i == 2) {
                assertThat(asks(idle)).isEqualTo(SessionEnd.IDLE);
            }
        }
        clock.advance(Duration.ofMinutes(25));
        assertThat(asks(busy)).isEqualTo(SessionEnd.EXPIRED);
    }

    @Test
    void lastSeenIsWrittenOnceAMinute() throws Exception {
        HttpSession browser = signsIn(new SignInWay.Password());
        var opened = sessions.in(browser).orElseThrow().lastSeen();
        clock.advance(Duration.ofSeconds(50));
        assertThat(asks(browser)).isNull();
        assertThat(sessions.in(browser).orElseThrow().lastSeen()).isEqualTo(opened);
        clock.advance(Duration.ofSeconds(20));
        assertThat(asks(browser)).isNull();
        assertThat(sessions.in(browser).orElseThrow().lastSeen()).isEqualTo(clock.instant());
    }

    @Test
    void aFactorProvenLaterIsKeptWithItsTime() {
        HttpSession browser = signsIn(new SignInWay.Password());
        clock.advance(Duration.ofMinutes(10));
        answering(browser);
        proof.given(person, Factor.TOTP);
        SignedInSession session = sessions.current().orElseThrow();
        assertThat(session.factors()).containsExactlyInAnyOrder(Factor.PASSWORD, Factor.TOTP);
        assertThat(session.provenAt()).isEqualTo(clock.instant());
        assertThat(session.proof()).isEqualTo(clock.instant());
    }

    @Test
    void aProviderEndsOneSessionByItsNumberOrAllOfItsPerson() throws Exception {
        HttpSession one = signsIn(new SignInWay.Provider("p", ISSUER, "claire", "s-1"));
        HttpSession two = signsIn(new SignInWay.Provider("p", ISSUER, "claire", "s-2"));
        HttpSession nameless = signsIn(new SignInWay.Provider("p", ISSUER, "claire", null));
        HttpSession foreign =
                signsIn(new SignInWay.Provider("q", "https://other.example", "claire", "s-1"));
        HttpSession local = signsIn(new SignInWay.Password());
        assertThat(ending.endByProvider(ISSUER, null, "s-1")).isEqualTo(1);
        assertThat(asks(one)).isEqualTo(SessionEnd.PROVIDER);
        assertThat(asks(two)).isNull();
        assertThat(ending.endByProvider(ISSUER, "claire", "s-2")).isEqualTo(2);
        assertThat(asks(two)).isEqualTo(SessionEnd.PROVIDER);
        assertThat(asks(nameless)).isEqualTo(SessionEnd.PROVIDER);
        HttpSession again = signsIn(new SignInWay.Provider("p", ISSUER, "claire", "s-3"));
        assertThat(ending.endByProvider(ISSUER, "claire", null)).isEqualTo(1);
        assertThat(asks(again)).isEqualTo(SessionEnd.PROVIDER);
        assertThat(asks(foreign)).isNull();
        assertThat(asks(local)).isNull();
    }

    @Test
    void anotherNodeEndsWhatThisOneHasOpenedAndTheNoticeEmptiesTheCache() throws Exception {
        HttpSession browser = signsIn(new SignInWay.Password());
        assertThat(asks(browser)).isNull();
        try (ConfigurableApplicationContext other = anotherNode()) {
            var there = other.getBean(SignedInSessions.class);
            assertThat(there.in(browser)).isPresent();
            other.getBean(SessionEnding.class).endAll(person, SessionEnd.REVOKED);
            // The clock stands still, so that the second never passes: only the notice tells.
            assertThat(eventually(() -> sessions.in(browser).isEmpty())).isTrue();
            HttpSession theirs = signsIn(new SignInWay.Password());
            assertThat(there.in(theirs)).isPresent();
            rows(person).forEach(id -> ending.end(id, SessionEnd.REVOKED));
            assertThat(eventually(() -> there.in(theirs).isEmpty())).isTrue();
        }
        assertThat(asks(browser)).isEqualTo(SessionEnd.REVOKED);
    }

    @Test
    void withoutAnyNoticeTheSecondThatPassesIsEnough() throws Exception {
        HttpSession browser = signsIn(new SignInWay.Password());
        assertThat(asks(browser)).isNull();
        database.superuser()
                .sql(
                        "UPDATE platform.signed_in SET ended_at = now(), why = 'REVOKED' WHERE user_id = ?")
                .param(person.value())
                .update();
        assertThat(asks(browser)).isNull();
        clock.advance(Duration.ofSeconds(1));
        assertThat(asks(browser)).isEqualTo(SessionEnd.REVOKED);
    }

    @Test
    void aNodeThatStartsAgainEndsWhatItHeldAndNothingElse() throws Exception {
        HttpSession browser = signsIn(new SignInWay.Password());
        rows.restarted("another-node", clock.instant());
        clock.advance(Duration.ofSeconds(1));
        assertThat(asks(browser)).isNull();
        rows.restarted("node", clock.instant());
        clock.advance(Duration.ofSeconds(1));
        assertThat(asks(browser)).isEqualTo(SessionEnd.RESTARTED);
    }

    @Test
    void whatIsLongOverIsDropped() {
        signsIn(new SignInWay.Password());
        ending.endAll(person, SessionEnd.REVOKED);
        var now = clock.instant();
        rows.tidy(now, now, now.plusSeconds(1), now);
        assertThat(
                        database.superuser()
                                .sql("SELECT count(*) FROM platform.signed_in WHERE user_id = ?")
                                .param(person.value())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private List<SignedInId> rows(UserAccountId whose) {
        return sessions.of(whose).stream().map(SignedInSession::id).toList();
    }

    private ConfigurableApplicationContext anotherNode() {
        var settings = new HashMap<String, Object>(database.settings());
        settings.put("cloisonne.session.node", "other");
        SpringApplication node =
                new SpringApplicationBuilder(IdentityRoom.class)
                        .web(WebApplicationType.NONE)
                        .properties(settings)
                        .initializers(this::standingClock)
                        .build();
        return node.run();
    }

    private void standingClock(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context)
                .registerBean(
                        "standing",
                        SettableClock.class,
                        () -> clock,
                        bean -> bean.setPrimary(true));
    }

    private HttpSession signsIn(SignInWay way) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader(
                "User-Agent",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0");
        opening.open(request, person, way);
        return request.getSession();
    }

    private void answering(HttpSession browser) {
        RequestContextHolder.setRequestAttributes(
                new ServletRequestAttributes(request(browser, "")));
    }

    /** Passes the guard, and gives what it found. */
    private @Nullable SessionEnd asks(HttpSession browser) throws ServletException, IOException {
        MockHttpServletRequest request = request(browser, "v-r=uidl&v-uiId=0");
        passes(request);
        return sessions.lost(request.getSession(false)).orElse(null);
    }

    private void passes(MockHttpServletRequest request) throws ServletException, IOException {
        new SignedInGuard(sessions, ending)
                .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }

    private static MockHttpServletRequest request(@Nullable HttpSession browser, String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setQueryString(query);
        if (browser != null) {
            request.setSession(browser);
        }
        return request;
    }

    private static boolean eventually(Callable<Boolean> truth) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!truth.call() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        return truth.call();
    }
}
