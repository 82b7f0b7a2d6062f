package fr.cloisonne.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.JoinedBy;
import fr.cloisonne.identity.PasswordHashes;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightsByGroup.Given;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.maildomain.MailDomains;
import fr.cloisonne.identity.membership.InvitationLine;
import fr.cloisonne.identity.membership.InvitationList;
import fr.cloisonne.identity.membership.JoinRequestLine;
import fr.cloisonne.identity.membership.JoinRequests;
import fr.cloisonne.identity.membership.JoinStanding;
import fr.cloisonne.identity.membership.MemberList;
import fr.cloisonne.identity.membership.Newcomer;
import fr.cloisonne.identity.provisioning.Arrivals;
import fr.cloisonne.identity.provisioning.GroupFacts;
import fr.cloisonne.identity.provisioning.GroupGiving;
import fr.cloisonne.identity.provisioning.GroupProvisioning;
import fr.cloisonne.identity.provisioning.GroupWish;
import fr.cloisonne.identity.provisioning.PeopleProvisioning;
import fr.cloisonne.identity.provisioning.PersonFacts;
import fr.cloisonne.identity.provisioning.ProvisionedGroup;
import fr.cloisonne.identity.provisioning.ProvisionedPerson;
import fr.cloisonne.identity.provisioning.ProvisioningCaller;
import fr.cloisonne.identity.provisioning.ProvisioningConnectionId;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.SessionOpening;
import fr.cloisonne.identity.signin.SignInWay;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The ladder by which a firm's provider brings people into the firm, and what it never does. */
@PostgresTest
@TestPropertySource(
        properties = {"cloisonne.federation.reach=loopback", "cloisonne.demonstration=true"})
class FirstArrivalsTests extends AtProvider {

    @Autowired private FirstArrivals arrivals;
    @Autowired private FederatedIdentities identities;
    @Autowired private FirmProviders providers;
    @Autowired private StoredProviders stored;
    @Autowired private PendingLinks pending;
    @Autowired private LinkedIdentities linked;
    @Autowired private PeopleProvisioning directory;
    @Autowired private GroupProvisioning groups;
    @Autowired private GroupGiving giving;
    @Autowired private Arrivals awaited;
    @Autowired private MailDomains domains;
    @Autowired private JoinRequests requests;
    @Autowired private Outsiders outsiders;
    @Autowired private SessionOpening opening;
    @Autowired private MemberList members;
    @Autowired private InvitationList invitations;
    @Autowired private Habilitations habilitations;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private PasswordHashes hashes;
    @Autowired private Firms firms;
    @Autowired private FreshProof proof;
    @Autowired private TestDatabase database;
    @Autowired private Clock clock;

    private final String domain = "d" + UUID.randomUUID() + ".example";
    private final String elsewhere = "e" + UUID.randomUUID() + ".example";
    private final String sub = UUID.randomUUID().toString();
    private FirmShortName firm;
    private FirmId firmId;
    private UserAccountId administrator;
    private Provider provider;

    @BeforeEach
    void aFirmWithItsProviderAndDomain() {
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        administrator = PersonFixture.colleague(accounts, firmId);
        granting.begin(firmId, administrator);
        SessionFixture.proven(proof, administrator, clock);
        provider = inService(ClaimNames.STANDARD);
        domains.prove(administrator, firm, domains.claim(administrator, firm, domain));
    }

    @Test
    void aVerifiedAddressInAProvenDomainGetsAnAccountAndBelongsToTheFirmWithoutAnyRight() {
        UserAccountId born = arrivals.admit(provider, person("Anne@" + domain, true)).orElseThrow();
        assertThat(identities.accountOf(provider.issuer(), sub)).contains(born);
        assertThat(accounts.card(born).name()).isEqualTo(new PersonName("Anne", "Durand"));
        assertThat(hashes.of(born)).isEmpty();
        assertThat(habilitations.membershipsOf(born))
                .singleElement()
                .satisfies(card -> assertThat(card.shortName()).isEqualTo(firm));
        assertThat(habilitations.firmRights(born, firm)).isEmpty();
        assertThat(membership(born))
                .containsEntry("verification_type", "DOMAIN")
                .containsEntry("is_external", false);
    }

    @Test
    void anAddressThatHasAnAccountOpensNothingEvenInTheProvenDomain() {
        UserAccountId known = account("claire@" + domain);
        assertThat(
                        arrivals.admit(
                                provider,
                                person("Claire@" + domain.toUpperCase(Locale.ROOT), true)))
                .isEmpty();
        assertThat(identities.accountOf(provider.issuer(), sub)).isEmpty();
        assertThat(habilitations.membershipsOf(known)).isEmpty();
    }

    @Test
    void whoComesInIsWhomTheFirmsDirectoryToldOfAndHoldsWhatTheirGroupsGive() {
        ProvisioningCaller ours = directoryOf(firmId);
        ProvisionedPerson told = directory.create(ours, facts("anne@" + domain));
        ProvisionedGroup group =
                groups.create(ours, new GroupFacts("juniors", null, Set.of(told.id())));
        giving.give(
                administrator,
                firm,
                group.id(),
                new GroupWish(
                        new Given(new Scope.WholeFirm(firmId), Profile.READER), false, Set.of()));
        FirmId other = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        ProvisionedPerson elsewheres =
                directory.create(directoryOf(other), facts("anne@" + domain));

        UserAccountId born = arrivals.admit(provider, person("anne@" + domain, true)).orElseThrow();
        assertThat(habilitations.firmRights(born, firm)).contains(Right.CONSULT);
        assertThat(awaited.told(told.id())).isEmpty();
        // Another firm's directory is not met by it: there only the person's word counts.
        assertThat(awaited.of(born))
                .extracting(Arrivals.Awaited::id)
                .containsExactly(elsewheres.id());
        assertThat(habilitations.membershipsOf(born)).hasSize(1);
    }

    private static ProvisioningCaller directoryOf(FirmId firm) {
        return new ProvisioningCaller(firm, new ProvisioningConnectionId(UUID.randomUUID()));
    }

    private static PersonFacts facts(String email) {
        return new PersonFacts(
                email, null, new PersonName("Anne", "Durand"), new EmailAddress(email), true);
    }

    // --- pre-hijacking (Sudhodanan & Paverd 2022), what of it concerns providers

    @Test
    void preHijackingByATrojanIdentifierEndsWithoutTheAccountsOwnProof() {
        var attackers = new MockHttpSession();
        OidcUser trojan = person("victime@" + elsewhere, true);
        var identity = new SignInWay.Provider(provider.id(), provider.issuer(), sub, null);
        assertThat(arrivals.admit(provider, trojan)).isEmpty();
        PendingLink waiting = pending.open(attackers, identity, trojan, null);
        UserAccountId victim = account("victime@" + elsewhere);
        assertThat(identities.accountOf(provider.issuer(), sub)).isEmpty();
        assertThat(arrivals.admit(provider, trojan)).isEmpty();
        assertThat(linked.of(victim)).isEmpty();
        // What waits waits in the attacker's session alone, where it asks for the victim's
        // password.
        assertThat(pending.find(new MockHttpSession(), waiting.nonce())).isEmpty();
    }

    @Test
    void preHijackingByANonVerifyingProviderOpensNoAccountBeforeOrAfterTheOwnersOwn() {
        OidcUser unproven = person("victime@" + domain, false);
        assertThat(arrivals.admit(provider, unproven)).isEmpty();
        assertThat(accounts.byKey("victime@" + domain)).isEmpty();
        UserAccountId victim = account("victime@" + domain);
        assertThat(arrivals.admit(provider, unproven)).isEmpty();
        assertThat(identities.accountOf(provider.issuer(), sub)).isEmpty();
        assertThat(habilitations.membershipsOf(victim)).isEmpty();
    }

    @Test
    void aHostileProviderThatAssertsAnotherFirmsDomainBringsNobodyIn() {
        Provider hostile = provider;
        FirmShortName honest = CompanyFixture.openFirm(firms);
        FirmId honestId = firms.byShortName(honest).orElseThrow().id();
        UserAccountId head = PersonFixture.colleague(accounts, honestId);
        granting.begin(honestId, head);
        SessionFixture.proven(proof, head, clock);
        domains.prove(head, honest, domains.claim(head, honest, elsewhere));
        assertThat(arrivals.admit(hostile, person("boss@" + elsewhere, true))).isEmpty();
        assertThat(accounts.byKey("boss@" + elsewhere)).isEmpty();
    }

    @Test
    void aDomainThatNobodyHasProvenOrThatIsOnlyNamedBringsNobodyIn() {
        domains.claim(administrator, firm, elsewhere);
        assertThat(arrivals.admit(provider, person("anne@" + elsewhere, true))).isEmpty();
        assertThat(arrivals.admit(provider, person("anne@sub." + domain, true))).isEmpty();
        assertThat(arrivals.admit(provider, person("anne@x" + domain, true))).isEmpty();
    }

    @Test
    void aDomainThatWasWithdrawnBringsNobodyInFromThenOn() {
        domains.withdraw(administrator, firm, domains.of(administrator, firm).getFirst().id());
        assertThat(arrivals.admit(provider, person("anne@" + domain, true))).isEmpty();
    }

    @Test
    void anAddressThatIsNotVerifiedBringsNobodyIn() {
        assertThat(arrivals.admit(provider, person("anne@" + domain, false))).isEmpty();
        assertThat(arrivals.admit(provider, person("anne@" + domain, "true"))).isEmpty();
        assertThat(arrivals.admit(provider, person("anne@" + domain, 1))).isEmpty();
    }

    @Test
    void anotherClaimThanEmailIsNeverVerified() {
        Provider mapped = inService(new ClaimNames("given_name", "family_name", "upn", "groups"));
        Map<String, Object> said = claims("anne@" + elsewhere, true);
        said.put("upn", "boss@" + domain);
        assertThat(arrivals.admit(mapped, user(said))).isEmpty();
    }

    @Test
    void whatIsNoNameOrAddressMakesNobody() {
        Map<String, Object> nameless = claims("anne@" + domain, true);
        nameless.remove("given_name");
        assertThat(arrivals.admit(provider, user(nameless))).isEmpty();
        assertThat(arrivals.newcomer(provider, person("not-an-address", true))).isEmpty();
    }

    @Test
    void nameAndAddressFollowTheProviderForTheFirmAloneAndGoWithIt() {
        UserAccountId born = arrivals.admit(provider, person("anne@" + domain, true)).orElseThrow();
        Map<String, Object> married = claims("anne.martin@" + domain, true);
        married.put("family_name", "Martin");
        arrivals.greet(provider, born, user(married));
        assertThat(said(born)).isEqualTo("Anne Martin, anne.martin@" + domain);
        assertThat(accounts.card(born).name().family()).isEqualTo("Durand");
        assertThat(accounts.card(born).email()).isEqualTo("anne@" + domain);
        arrivals.greet(provider, born, person("anne@" + domain, true));
        assertThat(said(born)).isNull();
        arrivals.greet(provider, born, user(married));
        providers.remove(administrator, firm, new ProviderId(UUID.fromString(provider.id())));
        assertThat(said(born)).isNull();
    }

    @Test
    void aHostileProviderSaysNothingOfWhoIsNoMemberOfItsFirm() {
        UserAccountId victim = account("victime@" + elsewhere);
        Map<String, Object> lie = claims("autre@" + domain, true);
        arrivals.greet(provider, victim, user(lie));
        assertThat(accounts.card(victim).email()).isEqualTo("victime@" + elsewhere);
        assertThat(
                        database.superuser()
                                .sql(
                                        "SELECT count(*) FROM platform.provider_view WHERE user_id = ?")
                                .param(victim.value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    private @Nullable String said(UserAccountId person) {
        return members.of(administrator, firm, "", 0, 50).stream()
                .filter(line -> line.person().id().equals(person))
                .findFirst()
                .orElseThrow()
                .said();
    }

    @Test
    void aRequestSaysNothingOfAccountsAndAYesIsAnInvitationToTheMailbox() {
        account("known@" + elsewhere);
        for (String name : List.of("known@", "unknown@")) {
            OidcUser person = user(claims(name + elsewhere, false, UUID.randomUUID().toString()));
            Newcomer newcomer = arrivals.newcomer(provider, person).orElseThrow();
            assertThat(requests.standing(newcomer)).isEmpty();
            requests.ask(newcomer, Locale.FRENCH);
            requests.ask(newcomer, Locale.FRENCH);
            assertThat(requests.standing(newcomer))
                    .hasValueSatisfying(
                            one -> assertThat(one.state()).isEqualTo(JoinStanding.State.WAITING));
        }
        List<JoinRequestLine> waiting = requests.waiting(administrator, firm);
        assertThat(waiting)
                .extracting(JoinRequestLine::email)
                .containsExactly("known@" + elsewhere, "unknown@" + elsewhere);
        waiting.forEach(one -> requests.accept(administrator, firm, one.id()));
        assertThat(invitations.of(administrator, firm))
                .extracting(InvitationLine::email)
                .containsExactlyInAnyOrder("known@" + elsewhere, "unknown@" + elsewhere);
        assertThat(accounts.byKey("unknown@" + elsewhere)).isEmpty();
        assertThat(requests.waiting(administrator, firm)).isEmpty();
    }

    @Test
    void aNoHasAReasonThatWhoAskedReadsAndIsNotAskedAgainTheSameDay() {
        Newcomer newcomer =
                arrivals.newcomer(provider, person("anne@" + elsewhere, true)).orElseThrow();
        requests.ask(newcomer, Locale.FRENCH);
        var request = requests.waiting(administrator, firm).getFirst().id();
        assertThatThrownBy(() -> requests.refuse(administrator, firm, request, " "))
                .isInstanceOf(DelegationRefusedException.class);
        requests.refuse(administrator, firm, request, "Parti en juin");
        assertThat(requests.standing(newcomer))
                .contains(new JoinStanding(JoinStanding.State.REFUSED, "Parti en juin"));
        requests.ask(newcomer, Locale.FRENCH);
        assertThat(requests.waiting(administrator, firm)).isEmpty();
        assertThatThrownBy(() -> requests.accept(administrator, firm, request))
                .isInstanceOf(DelegationRefusedException.class);
    }

    @Test
    void whoCameInByAFirmToWhichTheyDoNotBelongMayAskIt() {
        UserAccountId outsider = account("dehors@" + elsewhere);
        var request = new MockHttpServletRequest();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        opening.open(
                request,
                outsider,
                new SignInWay.Provider(provider.id(), provider.issuer(), sub, null));
        Newcomer newcomer = outsiders.of(outsider).orElseThrow();
        assertThat(newcomer.firm().shortName()).isEqualTo(firm);
        assertThat(newcomer.email()).isEqualTo("dehors@" + elsewhere);
        assertThat(outsiders.of(administrator)).isEmpty();
        accounts.join(outsider, firmId, JoinedBy.APPROVAL);
        assertThat(outsiders.of(outsider)).isEmpty();
        assertThat(membership(outsider)).containsEntry("is_external", true);
    }

    @Test
    void requestsAreTheFirmsOwn() {
        Newcomer newcomer =
                arrivals.newcomer(provider, person("anne@" + elsewhere, true)).orElseThrow();
        requests.ask(newcomer, Locale.FRENCH);
        var request = requests.waiting(administrator, firm).getFirst().id();
        FirmShortName other = CompanyFixture.openFirm(firms);
        FirmId otherId = firms.byShortName(other).orElseThrow().id();
        UserAccountId stranger = PersonFixture.colleague(accounts, otherId);
        granting.begin(otherId, stranger);
        assertThatThrownBy(() -> requests.waiting(stranger, firm))
                .isInstanceOf(NoSuchCompanyException.class);
        assertThatThrownBy(() -> requests.accept(stranger, other, request))
                .isInstanceOf(DelegationRefusedException.class);
    }

    private Map<String, @Nullable Object> membership(UserAccountId person) {
        return database.superuser()
                .sql(
                        "SELECT verification_type, is_external FROM platform.firm_member WHERE user_id = ?")
                .param(person.value())
                .query()
                .singleRow();
    }

    private UserAccountId account(String email) {
        return accounts.create(
                new EmailAddress(email),
                new PersonName("A", "B"),
                Locale.FRENCH,
                PersonFixture.PASSWORD);
    }

    private OidcUser person(String email, Object verified) {
        return user(claims(email, verified));
    }

    private Map<String, Object> claims(String email, Object verified) {
        return claims(email, verified, sub);
    }

    private Map<String, Object> claims(String email, Object verified, String who) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", provider.issuer());
        claims.put("sub", who);
        claims.put("given_name", "Anne");
        claims.put("family_name", "Durand");
        claims.put("email", email);
        claims.put("email_verified", verified);
        return claims;
    }

    private static OidcUser user(Map<String, Object> claims) {
        Instant now = Instant.parse("2026-11-25T08:00:00Z");
        return new DefaultOidcUser(
                List.of(), new OidcIdToken("token", now, now.plusSeconds(60), claims));
    }

    private Provider inService(ClaimNames names) {
        ProviderId id =
                providers.add(administrator, firm, form("client" + UUID.randomUUID(), names));
        stored.setLive(id, true);
        return stored.find(id).orElseThrow().provider();
    }
}
