package fr.cloisonne.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.ParisClock;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.federation.ProviderRefusedException.Reason;
import fr.cloisonne.identity.habilitation.BreakGlass;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.OtherWayNeededException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.membership.Members;
import fr.cloisonne.identity.signin.Factor;
import fr.cloisonne.identity.signin.FactorNeededException;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.identity.signin.SecondFactors;
import fr.cloisonne.identity.signin.SessionOpening;
import fr.cloisonne.identity.signin.SignInWay;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A firm that requires its provider: who comes in, who does not, and that it is never shut out. */
@PostgresTest
@Import(ParisClock.class)
@TestPropertySource(
        properties = {"cloisonne.federation.reach=loopback", "cloisonne.outbox.scheduled=false"})
class ProviderRequirementTests extends AtProvider {

    @Autowired private ProviderRequirement requirement;
    @Autowired private EmergencyEntry emergency;
    @Autowired private FirmProviders providers;
    @Autowired private StoredProviders stored;
    @Autowired private BreakGlass breakGlass;
    @Autowired private Habilitations habilitations;
    @Autowired private Granting granting;
    @Autowired private Members members;
    @Autowired private SecondFactors factors;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private SessionOpening opening;
    @Autowired private FreshProof proof;

    @Autowired
    @Qualifier("platformTransactionManager")
    private PlatformTransactionManager transactions;

    @Autowired private TestDatabase database;
    @Autowired private SettableClock clock;

    private FirmShortName firm;
    private FirmId firmId;
    private UserAccountId claire;
    private UserAccountId amina;
    private UserAccountId paul;
    private UserAccountId member;
    private ProviderId provider;

    @BeforeEach
    void aFirmWithAProviderAndThreeAdministrators() {
        clock.set(Instant.parse("2026-11-02T09:00:00Z"));
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        claire = PersonFixture.colleague(accounts, firmId);
        granting.begin(firmId, claire);
        locally(claire);
        amina = administrator();
        paul = administrator();
        member = PersonFixture.colleague(accounts, firmId);
        granting.grant(claire, member, new Scope.WholeFirm(firmId), Profile.STANDARD);
        provider = inService("client");
        hasAFactor(claire);
        hasAFactor(amina);
    }

    private UserAccountId administrator() {
        UserAccountId person = PersonFixture.colleague(accounts, firmId);
        granting.grant(claire, person, new Scope.WholeFirm(firmId), Profile.ADMINISTRATOR);
        return person;
    }

    @Test
    void isRequiredOnlyByWhoHasTheRightAndHasJustShownWhoTheyAre() {
        locally(member);
        assertThatThrownBy(() ->
                        requirement.require(member, firm, requirement.of(member, firm), both()))
                .isInstanceOf(RightMissingException.class);
        UserAccountId stranger = strangersAdministrator();
        locally(stranger);
        assertThatThrownBy(() ->
                        requirement.require(stranger, firm, requirement.of(stranger, firm), both()))
                .isInstanceOf(NoSuchCompanyException.class);
        assertThatThrownBy(() -> requirement.of(stranger, firm))
                .isInstanceOf(NoSuchCompanyException.class);
        locally(claire);
        clock.advance(Duration.ofMinutes(11));
        assertThatThrownBy(() ->
                        requirement.require(claire, firm, requirement.of(claire, firm), both()))
                .isInstanceOf(ProofNeededException.class);
        assertThat(requirement.of(claire, firm).on()).isFalse();
    }

    @Test
    void isRequiredOnlyOnceItWasTriedAndIsInService() {
        stored.setLive(provider, false);
        refuses(
                Reason.NOT_LIVE,
                () -> requirement.require(claire, firm, requirement.of(claire, firm), both()));
        stored.setLive(provider, true);
        database.superuser()
                .sql("UPDATE platform.identity_provider SET tried_at = NULL WHERE id = ?")
                .param(provider.value())
                .update();
        refuses(
                Reason.NOT_LIVE,
                () -> requirement.require(claire, firm, requirement.of(claire, firm), both()));
    }

    @Test
    void twoPermanentAdministratorsWithTwoFactorsOfTheirOwnAreNamedAndNobodyElse() {
        refuses(
                Reason.TOO_FEW,
                () ->
                        requirement.require(
                                claire, firm, requirement.of(claire, firm), Set.of(claire)));
        // Without a second factor; no administrator; of another firm.
        for (UserAccountId unfit : List.of(paul, member, strangersAdministrator())) {
            refuses(
                    Reason.NOT_ABLE,
                    () ->
                            requirement.require(
                                    claire,
                                    firm,
                                    requirement.of(claire, firm),
                                    Set.of(claire, unfit)));
        }
        // Until a day only.
        hasAFactor(paul);
        database.superuser()
                .sql("UPDATE platform.habilitation SET last_day = '2099-01-01' WHERE holder_id = ?")
                .param(paul.value())
                .update();
        refuses(
                Reason.NOT_ABLE,
                () ->
                        requirement.require(
                                claire, firm, requirement.of(claire, firm), Set.of(claire, paul)));
        assertThat(requirement.of(claire, firm).candidates()).hasSize(2);
        requirement.require(claire, firm, requirement.of(claire, firm), both());
        assertThat(breakGlass.able(firmId)).containsExactlyInAnyOrder(claire, amina);
    }

    @Test
    void membersOtherWaysInDoNotCountThereAndAreAskedForTheProvider() {
        required();
        locally(member);
        asksForProvider(() -> habilitations.requireInFirm(member, firm, Right.CONSULT));
        asksForProvider(() -> habilitations.requireMember(member, firm));
        assertThat(habilitations.firmRights(member, firm)).isEmpty();
        assertThat(habilitations.firmsOf(member)).isEmpty();
        assertThat(habilitations.membershipsOf(member)).isEmpty();
        assertThat(habilitations.askingForProvider(member))
                .extracting(FirmCard::shortName)
                .containsExactly(firm);

        byProvider(member, provider);
        assertThat(habilitations.firmRights(member, firm)).contains(Right.CONSULT);
        assertThat(habilitations.askingForProvider(member)).isEmpty();
        // More that is shown here takes nothing away.
        proof.given(member, Factor.PASSWORD);
        assertThat(habilitations.firmRights(member, firm)).contains(Right.CONSULT);
    }

    @Test
    void whoLinkedTheirIdentityThereWithThisVerySignInIsIn() {
        required();
        open(member, new SignInWay.Password(), there(provider));
        assertThat(habilitations.firmRights(member, firm)).contains(Right.CONSULT);
    }

    @Test
    void noOtherProviderDoesNorOneThatIsSwitchedOff() {
        ProviderId second = inService("second");
        required();
        ProviderId foreign = new ProviderId(Uuid7.next());
        for (String id : List.of("service", foreign.toString())) {
            open(member, new SignInWay.Provider(id, "https://x.example", "m", null), null);
            proof.given(member, Factor.PASSWORD);
            asksForProvider(() -> habilitations.requireInFirm(member, firm, Right.CONSULT));
        }
        byProvider(member, second);
        assertThat(habilitations.firmRights(member, firm)).contains(Right.CONSULT);
        stored.setLive(second, false);
        assertThat(habilitations.firmRights(member, firm)).isEmpty();
    }

    @Test
    void otherFirmsAndStrangersAreNotConcerned() {
        FirmShortName other = CompanyFixture.openFirm(firms);
        FirmId otherId = firms.byShortName(other).orElseThrow().id();
        accounts.join(member, otherId);
        granting.begin(otherId, member);
        required();
        locally(member);
        assertThat(habilitations.firmsOf(member))
                .extracting(FirmCard::shortName)
                .containsExactly(other);
        // Whoever does not belong there learns nothing of it.
        UserAccountId stranger = strangersAdministrator();
        locally(stranger);
        assertThatThrownBy(() -> habilitations.requireInFirm(stranger, firm, Right.CONSULT))
                .isInstanceOf(NoSuchCompanyException.class);
        assertThat(habilitations.askingForProvider(stranger)).isEmpty();
    }

    @Test
    void aHostileFirmsProviderLearnsNothingOfARequirementElsewhere() {
        required();
        UserAccountId stranger = strangersAdministrator();
        open(member, new SignInWay.Provider("hostile", "https://x.example", "m", null), null);
        assertThatThrownBy(() -> habilitations.requireInFirm(member, firm, Right.CONSULT))
                .isInstanceOfSatisfying(
                        OtherWayNeededException.class,
                        needed -> assertThat(needed.onlyByProvider()).isFalse());
        assertThat(habilitations.askingForProvider(member)).isEmpty();
        assertThat(stranger).isNotEqualTo(member);
    }

    @Test
    void theLastProviderInServiceStaysWhileItIsRequired() {
        ProviderId second = inService("second");
        required();
        byProviderProven(claire);
        providers.switchOff(claire, firm, second);
        for (ThrowingCallable act :
                List.<ThrowingCallable>of(
                        () -> providers.switchOff(claire, firm, provider),
                        () -> providers.remove(claire, firm, provider),
                        () ->
                                providers.change(
                                        claire,
                                        firm,
                                        provider,
                                        form("client", ClaimNames.STANDARD)))) {
            refuses(Reason.REQUIRED, act);
        }
        requirement.lift(claire, firm);
        providers.switchOff(claire, firm, provider);
    }

    @Test
    void ofTwoThatAreSwitchedOffAtOnceOneStays() throws Exception {
        ProviderId second = inService("second");
        required();
        assertThat(
                        atOnce(
                                () -> {
                                    inEmergency(claire);
                                    providers.switchOff(claire, firm, provider);
                                },
                                () -> {
                                    inEmergency(claire);
                                    providers.switchOff(claire, firm, second);
                                }))
                .isEqualTo(1);
    }

    @Test
    void whenTheProviderIsDownTheNamedEnterByTwoFactorsOfTheirOwnAndItIsOnRecord() {
        required();
        locally(amina);
        asksForProvider(() -> habilitations.requireInFirm(amina, firm, Right.MANAGE_SIGN_IN));
        assertThat(emergency.offered(amina, firm)).isTrue();
        emergency.enter(amina, firm);
        assertThat(habilitations.firmRights(amina, firm)).contains(Right.MANAGE_SIGN_IN);
        assertThat(acts()).contains("breakglass.armed", "breakglass.used");
        assertThat(told("BreakGlassChanged")).isEqualTo(2);
        // Once more in the same session is no other use.
        emergency.enter(amina, firm);
        assertThat(told("BreakGlassChanged")).isEqualTo(2);
        // In another session it is.
        locally(amina);
        asksForProvider(() -> habilitations.requireInFirm(amina, firm, Right.MANAGE_SIGN_IN));
        emergency.enter(amina, firm);
        assertThat(told("BreakGlassChanged")).isEqualTo(3);
        // From there the firm helps itself.
        requirement.lift(amina, firm);
        locally(member);
        assertThat(habilitations.firmRights(member, firm)).contains(Right.CONSULT);
    }

    @Test
    void aWindowThatEndsEndsAndTheNextOneIsEnteredAnew() {
        required();
        byProviderProven(claire);
        requirement.arm(claire, firm, Duration.ofHours(2));
        assertThat(requirement.of(claire, firm).armedUntil())
                .isEqualTo(clock.instant().plus(Duration.ofHours(2)));
        MockHttpServletRequest browser = locally(amina);
        emergency.enter(amina, firm);
        clock.advance(Duration.ofHours(2).minusSeconds(1));
        answering(browser);
        alive(amina);
        assertThat(habilitations.firmRights(amina, firm)).isNotEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(habilitations.firmRights(amina, firm)).isEmpty();
        byProviderProven(claire);
        requirement.arm(claire, firm, Duration.ofDays(30));
        answering(browser);
        assertThat(habilitations.firmRights(amina, firm)).isEmpty();
    }

    @Test
    void aWindowIsClosedAtOnceAndLastsThirtyDaysAtMost() {
        required();
        byProviderProven(claire);
        for (Duration wrong :
                List.of(Duration.ZERO, Duration.ofHours(-1), Duration.ofDays(30).plusSeconds(1))) {
            refuses(Reason.WINDOW, () -> requirement.arm(claire, firm, wrong));
        }
        requirement.arm(claire, firm, ProviderRequirement.LONGEST);
        MockHttpServletRequest browser = locally(amina);
        emergency.enter(amina, firm);
        byProviderProven(claire);
        requirement.disarm(claire, firm);
        answering(browser);
        assertThat(habilitations.firmRights(amina, firm)).isEmpty();
        assertThat(acts()).contains("breakglass.disarmed");
    }

    @Test
    void nobodyElseBreaksTheGlassWhateverTheyShow() {
        required();
        byProviderProven(claire);
        requirement.arm(claire, firm, ProviderRequirement.WINDOW);
        hasAFactor(paul);
        for (UserAccountId other : List.of(paul, member, strangersAdministrator())) {
            locally(other);
            assertThat(emergency.offered(other, firm)).isFalse();
            assertThatThrownBy(() -> emergency.enter(other, firm))
                    .isInstanceOf(NoSuchCompanyException.class);
        }
    }

    @Test
    void oneFactorIsNotEnoughNorAnOldProofNorAnotherProvidersWord() {
        required();
        open(amina, new SignInWay.Password(), null);
        proof.given(amina, Factor.PASSWORD);
        assertThatThrownBy(() -> emergency.enter(amina, firm))
                .isInstanceOf(ProofNeededException.class);
        locally(amina);
        shownAnHourAgo(amina);
        assertThatThrownBy(() -> emergency.enter(amina, firm))
                .isInstanceOf(ProofNeededException.class);
        open(amina, new SignInWay.Provider("service", "https://x.example", "a", null), null);
        proof.given(amina, Factor.TOTP);
        assertThat(emergency.offered(amina, firm)).isFalse();
        assertThatThrownBy(() -> emergency.enter(amina, firm))
                .isInstanceOf(NoSuchCompanyException.class);
        assertThat(told("BreakGlassChanged")).isZero();
    }

    @Test
    void whoIsCountedOnLeavesOnlyOnceAnotherIsNamed() {
        required();
        hasAFactor(paul);
        byProviderProven(claire);
        assertThatThrownBy(() -> members.suspend(claire, firm, amina))
                .isInstanceOfSatisfying(
                        DelegationRefusedException.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(
                                                DelegationRefusedException.Reason
                                                        .BREAK_GLASS_NEEDED));
        requirement.require(
                claire, firm, requirement.of(claire, firm), Set.of(claire, amina, paul));
        members.suspend(claire, firm, amina);
        // Who comes back is not counted on again by itself.
        members.reinstate(claire, firm, amina);
        assertThat(breakGlass.named(firmId)).containsExactlyInAnyOrder(claire, paul);
        assertThat(acts()).contains("breakglass.named");
    }

    @Test
    void ofThreeTwoThatLeaveAtOnceLeaveTwo() throws Exception {
        hasAFactor(paul);
        UserAccountId fourth = administrator();
        hasAFactor(fourth);
        requirement.require(
                claire, firm, requirement.of(claire, firm), Set.of(amina, paul, fourth));
        int gone =
                atOnce(
                        () -> {
                            byProviderProven(claire);
                            members.suspend(claire, firm, amina);
                        },
                        () -> {
                            byProviderProven(claire);
                            members.suspend(claire, firm, paul);
                        });
        assertThat(gone).isEqualTo(1);
        assertThat(breakGlass.able(firmId)).hasSize(2);
    }

    @Test
    void theSecondFactorThatIsCountedOnStaysAndOneThatIsLostIsTold() {
        required();
        locally(amina);
        assertThatThrownBy(() -> factors.removeAuthenticator(amina))
                .isInstanceOf(FactorNeededException.class);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> factors.forgetAll(amina));
        assertThat(told("BreakGlassShort")).isEqualTo(1);
        byProviderProven(claire);
        assertThat(requirement.of(claire, firm).named())
                .filteredOn(one -> !one.able())
                .extracting(one -> one.person().id())
                .containsExactly(amina);
        // Without it, no glass is broken.
        locally(amina);
        assertThat(emergency.offered(amina, firm)).isFalse();
    }

    @Test
    void thePasskeyOfOneWithoutAPasswordIsCountedOnBesideAnAuthenticator() {
        var superuser = database.superuser();
        superuser
                .sql(
                        "INSERT INTO platform.passkey (credential_id, user_id, public_key, signature_count, uv_initialized, transports, backup_eligible, backup_state, attestation_object, attestation_client_data, name, added_at, last_used_at) VALUES (?, ?, '', 0, true, '{}', false, false, '', '', 'clé', now(), now())")
                .params(amina.toString().getBytes(StandardCharsets.UTF_8), amina.value())
                .update();
        superuser
                .sql("UPDATE platform.user_account SET password_hash = NULL WHERE id = ?")
                .param(amina.value())
                .update();
        required();
        locally(amina);
        String key = factors.of(amina).passkeys().getFirst().id();
        assertThatThrownBy(() -> factors.removePasskey(amina, key))
                .isInstanceOf(FactorNeededException.class);
        factors.removeAuthenticator(amina);
        assertThat(breakGlass.able(firmId)).contains(amina);
    }

    @Test
    void aPageThatIsBehindChangesNothing() {
        hasAFactor(paul);
        locally(claire);
        Requirement off = requirement.of(claire, firm);
        required();
        byProviderProven(claire);
        // A second press, or a second tab, of what is done already.
        refuses(
                Reason.CHANGED_MEANWHILE,
                () -> requirement.require(claire, firm, off, Set.of(claire, paul)));
        Requirement two = requirement.of(claire, firm);
        requirement.require(claire, firm, two, Set.of(claire, amina, paul));
        refuses(Reason.CHANGED_MEANWHILE, () -> requirement.require(claire, firm, two, both()));
        Requirement three = requirement.of(claire, firm);
        requirement.arm(claire, firm, ProviderRequirement.WINDOW);
        refuses(
                Reason.CHANGED_MEANWHILE,
                () -> requirement.arm(claire, firm, ProviderRequirement.LONGEST));
        requirement.lift(claire, firm);
        // Names for a requirement that is gone do not bring it back.
        refuses(Reason.CHANGED_MEANWHILE, () -> requirement.require(claire, firm, three, both()));
        assertThat(requirement.of(claire, firm).on()).isFalse();
        assertThat(acts()).filteredOn("provider.required"::equals).hasSize(1);
        assertThat(acts()).filteredOn("breakglass.named"::equals).hasSize(1);
        assertThat(acts()).filteredOn("breakglass.armed"::equals).hasSize(1);
    }

    @Test
    void whoIsNamedWhileTheyRemoveTheirFactorKeepsItOrIsNotNamed() throws Exception {
        int done =
                atOnce(
                        () -> {
                            locally(claire);
                            requirement.require(claire, firm, requirement.of(claire, firm), both());
                        },
                        () -> {
                            locally(amina);
                            factors.removeAuthenticator(amina);
                        });
        assertThat(done).isEqualTo(1);
        assertThat(breakGlass.able(firmId)).hasSameSizeAs(breakGlass.named(firmId));
    }

    @Test
    void whoIsAnAdministratorNoMoreIsOutWhereverTheyCameInBefore() {
        hasAFactor(paul);
        requirement.require(
                claire, firm, requirement.of(claire, firm), Set.of(claire, amina, paul));
        MockHttpServletRequest browser = locally(paul);
        emergency.enter(paul, firm);
        byProviderProven(claire);
        members.suspend(claire, firm, paul);
        members.reinstate(claire, firm, paul);
        answering(browser);
        assertThat(habilitations.firmRights(paul, firm)).isEmpty();
    }

    private void required() {
        locally(claire);
        requirement.require(claire, firm, requirement.of(claire, firm), both());
        assertThat(acts()).contains("provider.required");
        assertThat(told("ProviderRequired")).isEqualTo(1);
    }

    private Set<UserAccountId> both() {
        return Set.of(claire, amina);
    }

    private UserAccountId strangersAdministrator() {
        FirmId other = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        UserAccountId stranger = PersonFixture.colleague(accounts, other);
        granting.begin(other, stranger);
        hasAFactor(stranger);
        return stranger;
    }

    /** Signed in by password and authenticator, a moment ago. */
    private MockHttpServletRequest locally(UserAccountId person) {
        MockHttpServletRequest browser = open(person, new SignInWay.Password(), null);
        proof.given(person, Factor.TOTP);
        return browser;
    }

    private void shownAnHourAgo(UserAccountId person) {
        database.superuser()
                .sql(
                        "UPDATE platform.signed_in SET proof_at = proof_at - interval '1 hour' WHERE user_id = ?")
                .param(person.value())
                .update();
    }

    private void byProvider(UserAccountId person, ProviderId id) {
        open(person, there(id), there(id));
    }

    private void byProviderProven(UserAccountId person) {
        byProvider(person, provider);
        proof.given(person, Factor.PASSWORD);
    }

    /** Whatever becomes of the providers meanwhile. */
    private void inEmergency(UserAccountId person) {
        locally(person);
        emergency.enter(person, firm);
    }

    private static SignInWay.Provider there(ProviderId id) {
        return new SignInWay.Provider(id.toString(), issuer(), "member", null);
    }

    private MockHttpServletRequest open(
            UserAccountId person, SignInWay way, SignInWay.@Nullable Provider there) {
        var browser = new MockHttpServletRequest();
        answering(browser);
        if (there == null) {
            opening.open(browser, person, way);
        } else {
            opening.open(browser, person, way, there, null);
        }
        return browser;
    }

    private static void answering(MockHttpServletRequest browser) {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(browser));
    }

    /** Idle limits are not what this is about. */
    private void alive(UserAccountId person) {
        database.superuser()
                .sql("UPDATE platform.signed_in SET last_seen_at = ? WHERE user_id = ?")
                .params(Timestamp.from(clock.instant()), person.value())
                .update();
    }

    private ProviderId inService(String client) {
        ProviderId id = providers.add(claire, firm, form(client, ClaimNames.STANDARD));
        stored.tried(id, 0);
        providers.switchOn(claire, firm, id, 0);
        return id;
    }

    private void hasAFactor(UserAccountId person) {
        database.superuser()
                .sql(
                        "INSERT INTO platform.authenticator (user_id, secret, last_step, added_at) VALUES (?, ''::bytea, 0, now())")
                .param(person.value())
                .update();
    }

    private int atOnce(Runnable one, Runnable other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            int done = 0;
            for (var outcome : threads.invokeAll(List.of(tried(one), tried(other)))) {
                done += outcome.get() ? 1 : 0;
            }
            return done;
        }
    }

    private static Callable<Boolean> tried(Runnable act) {
        return () -> {
            try {
                act.run();
                return true;
            } catch (ProviderRefusedException
                    | DelegationRefusedException
                    | FactorNeededException refused) {
                return false;
            } finally {
                SessionFixture.none();
            }
        };
    }

    private List<String> acts() {
        return database.superuser()
                .sql(
                        "SELECT act FROM platform.audit WHERE chain = ? AND act NOT LIKE 'refused.%' ORDER BY n")
                .param(firmId.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private int told(String kind) {
        return database.superuser()
                .sql("SELECT count(*) FROM platform.outbox WHERE kind = ? AND aggregate = ?")
                .params(kind, firmId.toString())
                .query(Integer.class)
                .single();
    }

    private static void refuses(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProviderRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static void asksForProvider(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        OtherWayNeededException.class,
                        needed -> assertThat(needed.onlyByProvider()).isTrue());
    }
}
