package fr.cloisonne.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.signin.LocalSignIn;
import fr.cloisonne.identity.signin.SessionOpening;
import fr.cloisonne.identity.signin.SignInWay;
import fr.cloisonne.identity.signin.SignedInSessions;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Accounts from the first word to the last password; each kind of pre-hijacking has its test. */
@PostgresTest
class AccountTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String GOOD = "quatre gros hérissons gris";
    private static final String OTHER = "trois petits renards roux";

    @Autowired private Activations activations;
    @Autowired private AccountOpening accountOpening;
    @Autowired private WayIn wayIn;
    @Autowired private PasswordReset reset;
    @Autowired private AccountCare care;
    @Autowired private AddressChange change;
    @Autowired private LocalSignIn signIn;
    @Autowired private UserAccounts accounts;
    @Autowired private TestDatabase database;
    @Autowired private SignedInSessions sessions;
    @Autowired private SessionOpening opening;

    private EmailAddress email;

    @BeforeEach
    void aMailbox() {
        email = new EmailAddress("zoe.lefevre" + NUMBER.incrementAndGet() + "@firme.example");
    }

    @Test
    void thereIsNoAccountBeforeTheMailboxIsProven() {
        ActivationId asked = ask();
        assertRefused(() -> signsIn(email, GOOD));
        UserAccountId person = accountOpening.use(link(asked), GOOD);
        assertThat(signsIn(email, GOOD)).isEqualTo(person);
        assertThat(accounts.card(person).name().display()).isEqualTo("Zoé Lefèvre");
    }

    @Test
    void aLinkOpensOnceAndTheLatestAlone() {
        ActivationId asked = ask();
        String first = link(asked);
        String second = link(asked);
        assertThat(accountOpening.offer(first).state()).isEqualTo(LinkState.RESENT);
        assertThat(accountOpening.offer(second).state()).isEqualTo(LinkState.OPEN);
        assertLink(LinkState.RESENT, () -> accountOpening.use(first, GOOD));
        accountOpening.use(second, GOOD);
        assertThat(accountOpening.offer(second).state()).isEqualTo(LinkState.USED);
        assertThat(accountOpening.offer(first).state()).isEqualTo(LinkState.USED);
        assertLink(LinkState.USED, () -> accountOpening.use(second, OTHER));
        assertThat(accountOpening.offer("nothing").state()).isEqualTo(LinkState.UNKNOWN);
    }

    @Test
    void aLinkExpiresAndCanBeWithdrawn() {
        ActivationId asked = ask();
        String late = link(asked);
        database.superuser()
                .sql(
                        "UPDATE platform.mail_link SET expires_at = now() - interval '1 s' WHERE about_id = ?")
                .param(asked.value())
                .update();
        assertThat(accountOpening.offer(late).state()).isEqualTo(LinkState.EXPIRED);
        assertLink(LinkState.EXPIRED, () -> accountOpening.use(late, GOOD));
        String fresh = link(asked);
        activations.withdraw(asked);
        assertThat(accountOpening.offer(fresh).state()).isEqualTo(LinkState.WITHDRAWN);
        assertThat(activations.mintLink(asked)).isEmpty();
        assertLink(LinkState.WITHDRAWN, () -> accountOpening.use(fresh, GOOD));
    }

    @Test
    void aRefusedPasswordLeavesTheLinkOpen() {
        String link = link(ask());
        assertThatThrownBy(() -> accountOpening.use(link, "Lefèvre"))
                .isInstanceOfSatisfying(
                        PasswordRefusedException.class,
                        refused ->
                                assertThat(refused.faults())
                                        .contains(PasswordFault.SHORT, PasswordFault.CONTEXT));
        accountOpening.use(link, GOOD);
    }

    @Test
    void ofManyWhoUseALinkAtOnceOneOpensTheAccount() throws Exception {
        String link = link(ask());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> use = () -> opens(link);
            long opened =
                    threads.invokeAll(List.of(use, use, use, use)).stream()
                            .filter(one -> Boolean.TRUE.equals(one.resultNow()))
                            .count();
            assertThat(opened).isEqualTo(1);
        }
    }

    private boolean opens(String link) {
        try {
            accountOpening.use(link, GOOD);
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    @Test
    void theSecretIsKeptNowhere() {
        String secret = link(ask());
        for (String table : List.of("mail_link", "activation", "outbox", "audit", "way_in")) {
            assertThat(
                            database.superuser()
                                    .sql(
                                            "SELECT count(*) FROM platform.%s t WHERE t::text LIKE ?"
                                                    .formatted(table))
                                    .param("%" + secret + "%")
                                    .query(Integer.class)
                                    .single())
                    .as(table)
                    .isZero();
        }
    }

    // --- pre-hijacking (Sudhodanan & Paverd 2022), what of it concerns local accounts

    @Test
    void preHijackingByAClassicAccountEndsWithTheMailboxOwnersPassword() {
        ActivationId attackers = ask();
        ActivationId owners = ask();
        accountOpening.use(link(owners), GOOD);
        assertThat(activations.mintLink(attackers)).isEmpty();
        assertThat(signsIn(email, GOOD)).isNotNull();
        assertRefused(() -> signsIn(email, "what the attacker hoped for"));
    }

    @Test
    void preHijackingByAnUnexpiredSessionEndsWithTheReset() {
        UserAccountId person = accountOpening.use(link(ask()), GOOD);
        opening.open(new MockHttpServletRequest(), person, new SignInWay.Password());
        assertThat(sessions.of(person)).hasSize(1);
        reset.use(resetLink(), OTHER);
        assertThat(sessions.of(person)).isEmpty();
        assertRefused(() -> signsIn(email, GOOD));
    }

    @Test
    void preHijackingByAnUnexpiredChangeOfAddressEndsWithTheReset() {
        UserAccountId person = accountOpening.use(link(ask()), GOOD);
        EmailAddress attackers = new EmailAddress("x" + NUMBER.get() + "@attacker.example");
        change.ask(person, attackers, GOOD);
        String pending = changeLink(person);
        reset.use(resetLink(), OTHER);
        assertLink(LinkState.WITHDRAWN, () -> change.use(person, pending));
        assertThat(signsIn(email, OTHER)).isEqualTo(person);
        assertRefused(() -> signsIn(attackers, OTHER));
    }

    @Test
    void preHijackingByAnAccountThatMovesToTheVictimsMailboxNeedsTheAttackersOwnSession() {
        UserAccountId attacker = accountOpening.use(link(ask()), GOOD);
        EmailAddress victims = new EmailAddress("v" + NUMBER.get() + "@firme.example");
        change.ask(attacker, victims, GOOD);
        String received = changeLink(attacker);
        UserAccountId victim = new UserAccountId(UUID.randomUUID());
        assertLink(LinkState.ANOTHERS, () -> change.use(victim, received));
        assertThat(signsIn(email, GOOD)).isEqualTo(attacker);
        assertRefused(() -> signsIn(victims, GOOD));
        // Nothing was spent by it.
        assertThat(change.state(received)).isEqualTo(LinkState.OPEN);
    }

    // --- a forgotten password

    @Test
    void aResetOpensNothingByItselfAndItsLinkWorksOnce() {
        UserAccountId person = accountOpening.use(link(ask()), GOOD);
        String first = resetLink();
        String second = resetLink();
        assertThat(reset.state(first)).isEqualTo(LinkState.RESENT);
        assertLink(LinkState.RESENT, () -> reset.use(first, OTHER));
        reset.use(second, OTHER);
        assertLink(LinkState.USED, () -> reset.use(second, GOOD));
        assertThat(signsIn(email, OTHER)).isEqualTo(person);
    }

    @Test
    void aPasswordChangedEndsOtherSessionsAndPendingResets() {
        UserAccountId person = accountOpening.use(link(ask()), GOOD);
        String pending = resetLink();
        assertThatThrownBy(() -> care.changePassword(person, "not mine", OTHER))
                .isInstanceOf(WrongPasswordException.class);
        opening.open(new MockHttpServletRequest(), person, new SignInWay.Password());
        care.changePassword(person, GOOD, OTHER);
        assertThat(sessions.of(person)).isEmpty();
        assertLink(LinkState.WITHDRAWN, () -> reset.use(pending, GOOD));
    }

    @Test
    void whoeverSitsAtAnOpenSessionCannotGuessThePassword() {
        UserAccountId person = accountOpening.use(link(ask()), GOOD);
        for (int i = 0; i < 4; i++) {
            wrong(() -> care.changePassword(person, "not mine", OTHER), false);
        }
        wrong(() -> care.changePassword(person, GOOD, OTHER), true);
        wrong(() -> change.ask(person, new EmailAddress("other@firm.example"), GOOD), true);
    }

    private static void wrong(ThrowingCallable act, boolean tooMany) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        WrongPasswordException.class,
                        refused -> assertThat(refused.tooMany()).isEqualTo(tooMany));
    }

    @Test
    void whoHasNotActivatedYetGetsTheLinkWhenTheySignIn() {
        ask();
        assertRefused(() -> signsIn(email, GOOD));
        assertRefused(() -> signsIn(email, GOOD));
        assertThat(asked()).hasSize(1);
        assertThat(wayIn.help(asked().getFirst())).containsInstanceOf(WayIn.Help.Activate.class);
    }

    @Test
    void aWrongPasswordOfAnAccountAsksForNothing() {
        accountOpening.use(link(ask()), GOOD);
        assertRefused(() -> signsIn(email, OTHER));
        assertThat(asked()).isEmpty();
    }

    @Test
    void thePageThatWasAskedForFirstGoesWithTheLinkAndIsOfOurs() {
        ActivationId asked = ask();
        asksFor("/c/a-firm/900000019", "q=1");
        wayIn.ask(email, Locale.FRENCH, "192.0.2.1");
        asksFor("/c/a-firm/900000027", "");
        wayIn.ask(email, Locale.FRENCH, "192.0.2.1");
        SessionFixture.none();
        for (UUID one : asked()) {
            assertThat(wayIn.help(one)).containsInstanceOf(WayIn.Help.Activate.class);
        }
        assertThat(accountOpening.offer(link(asked)).page()).isEqualTo("/c/a-firm/900000019?q=1");
        aMailbox();
        asksFor("/oauth2/link/somewhere", "");
        ActivationId other = ask();
        wayIn.ask(email, Locale.FRENCH, "192.0.2.1");
        SessionFixture.none();
        wayIn.help(asked().getFirst());
        assertThat(accountOpening.offer(link(other)).page()).isNull();
    }

    /** Somebody who is not signed in is led to the sign-in page. */
    private static void asksFor(String page, String query) {
        SessionFixture.begun();
        var here = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        MockHttpServletRequest refused = new MockHttpServletRequest("GET", page);
        if (!query.isEmpty()) {
            refused.setQueryString(query);
        }
        refused.setSession(here.getRequest().getSession());
        new HttpSessionRequestCache().saveRequest(refused, new MockHttpServletResponse());
    }

    @Test
    void askingDoesTheSameForEveryAddressAndThreeTimesAnHour() {
        for (int i = 0; i < 5; i++) {
            wayIn.ask(email, Locale.FRENCH, "192.0.2.1");
        }
        assertThat(asked()).hasSize(3);
        assertThat(wayIn.help(asked().getFirst())).containsInstanceOf(WayIn.Help.Nobody.class);
    }

    @Test
    void onePlaceCannotHaveMailsSentWithoutEnd() {
        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 30; i++) {
                                wayIn.ask(
                                        new EmailAddress("a" + i + "@victim.example"),
                                        Locale.FRENCH,
                                        "192.0.2.99");
                            }
                        })
                .isInstanceOf(AskedTooOftenException.class);
        wayIn.ask(email, Locale.FRENCH, "192.0.2.100");
    }

    // --- another address

    @Test
    void anAddressChangesOnceItsMailboxIsProven() {
        UserAccountId person = accountOpening.use(link(ask()), GOOD);
        EmailAddress next = new EmailAddress("z" + NUMBER.get() + "@firme.example");
        assertThatThrownBy(() -> change.ask(person, next, "not mine"))
                .isInstanceOf(WrongPasswordException.class);
        change.ask(person, next, GOOD);
        assertRefused(() -> signsIn(next, GOOD));
        String link = changeLink(person);
        change.use(person, link);
        assertThat(signsIn(next, GOOD)).isEqualTo(person);
        assertRefused(() -> signsIn(email, GOOD));
        assertLink(LinkState.USED, () -> change.use(person, link));
    }

    @Test
    void anAddressOfAnotherIsToldToItsMailboxAlone() {
        UserAccountId person = accountOpening.use(link(ask()), GOOD);
        EmailAddress first = email;
        aMailbox();
        UserAccountId second = accountOpening.use(link(ask()), GOOD);
        change.ask(second, first, GOOD);
        assertThat(change.mintLink(latestChange(second)))
                .containsInstanceOf(AddressChange.Message.Taken.class);
        assertThat(signsIn(first, GOOD)).isEqualTo(person);
    }

    private ActivationId ask() {
        return activations.open(
                "REGISTRATION", email, new PersonName("Zoé", "Lefèvre"), Locale.FRENCH);
    }

    private String link(ActivationId asked) {
        return activations
                .mintLink(asked)
                .map(message -> ((Activations.Message.Link) message).secret())
                .orElseThrow();
    }

    private String resetLink() {
        wayIn.ask(email, Locale.FRENCH, "192.0.2." + NUMBER.get());
        return ((WayIn.Help.Reset) wayIn.help(asked().getLast()).orElseThrow()).secret();
    }

    private List<UUID> asked() {
        return database.superuser()
                .sql("SELECT id FROM platform.way_in WHERE email_key = ? ORDER BY id")
                .param(email.key())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private String changeLink(UserAccountId person) {
        return ((AddressChange.Message.Link) change.mintLink(latestChange(person)).orElseThrow())
                .secret();
    }

    private UUID latestChange(UserAccountId person) {
        return database.superuser()
                .sql(
                        "SELECT id FROM platform.address_change WHERE user_id = ? ORDER BY id DESC LIMIT 1")
                .param(person.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
    }

    private UserAccountId signsIn(EmailAddress address, String password) {
        var token = UsernamePasswordAuthenticationToken.unauthenticated(address.typed(), password);
        var signedIn = signIn.authenticate(token);
        return ((fr.cloisonne.identity.SignedInPerson)
                        java.util.Objects.requireNonNull(signedIn.getPrincipal()))
                .id();
    }

    private static void assertRefused(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOf(BadCredentialsException.class)
                .hasMessage("Wrong address or password");
    }

    private static void assertLink(LinkState state, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        LinkRefusedException.class,
                        refused -> assertThat(refused.state()).isEqualTo(state));
    }
}
