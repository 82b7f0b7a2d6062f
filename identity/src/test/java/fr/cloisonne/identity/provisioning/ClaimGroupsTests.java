package fr.cloisonne.identity.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.account.AccountOpening;
import fr.cloisonne.identity.account.LinkRefusedException;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.identity.habilitation.RightsByGroup.Given;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.membership.Members;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException.Reason;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.NewClientCompany;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the claims of a firm's provider and the word of its directory give, and take away. */
@PostgresTest
class ClaimGroupsTests {

    private static final Map<String, List<String>> ACCOUNTING =
            Map.of("groups", List.of("compta", "autre"));
    private static final Map<String, List<String>> NOTHING = Map.of("groups", List.of("autre"));

    @Autowired private ClaimGroups claims;
    @Autowired private ProvisioningConnections connections;
    @Autowired private Provision provision;
    @Autowired private GroupReading given;
    @Autowired private GroupGiving giving;
    @Autowired private GroupProvisioning directoryGroups;
    @Autowired private PeopleProvisioning directory;
    @Autowired private Arrivals arrivals;
    @Autowired private AccountOpening opening;
    @Autowired private Members members;
    @Autowired private Habilitations habilitations;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private FreshProof proof;
    @Autowired private Clock clock;

    private final UUID provider = Uuid7.next();
    private FirmShortName firm;
    private FirmId firmId;
    private UserAccountId administrator;
    private UserAccountId person;
    private ProvisioningCaller caller;

    @BeforeEach
    void aFirm() {
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        administrator = PersonFixture.colleague(accounts, firmId);
        granting.begin(firmId, administrator);
        SessionFixture.proven(proof, administrator, clock);
        person = PersonFixture.colleague(accounts, firmId);
        caller = new ProvisioningCaller(firmId, new ProvisioningConnectionId(Uuid7.next()));
    }

    @AfterEach
    void leaves() {
        SessionFixture.none();
    }

    @Test
    void whoBearsTheValueHoldsTheProfileAndLosesItWithTheValue() {
        gives("compta", Profile.READER, false);
        claims.told(person, firmId, provider, NOTHING);
        assertThat(rights()).isEmpty();
        claims.told(person, firmId, provider, ACCOUNTING);
        assertThat(rights()).contains(Right.CONSULT);
        claims.told(person, firmId, provider, ACCOUNTING);
        assertThat(rights()).contains(Right.CONSULT);
        claims.told(person, firmId, provider, Map.of("groups", List.of("COMPTA")));
        assertThat(rights()).isEmpty();
    }

    @Test
    void rightsGivenByHandStay() {
        gives("compta", Profile.READER, false);
        granting.grant(administrator, person, new Scope.WholeFirm(firmId), Profile.READER);
        claims.told(person, firmId, provider, ACCOUNTING);
        claims.told(person, firmId, provider, NOTHING);
        assertThat(rights()).contains(Right.CONSULT);
    }

    @Test
    void aMappingThatIsWithdrawnTakesItsRightsAtOnce() {
        ProvisionedGroupId group = gives("compta", Profile.READER, false);
        claims.told(person, firmId, provider, ACCOUNTING);
        UUID right = sheet().rights().getFirst().id();
        giving.stop(administrator, firm, group, right);
        assertThat(rights()).isEmpty();
        giving.give(administrator, firm, group, first(Profile.READER, false));
        assertThat(rights()).contains(Right.CONSULT);
        claims.remove(administrator, firm, provider, group, sheet().seen());
        assertThat(rights()).isEmpty();
        assertThat(given.of(administrator, firm, provider)).isEmpty();
    }

    @Test
    void aProviderThatIsGoneTakesWhatItsClaimsGave() {
        gives("compta", Profile.READER, false);
        claims.told(person, firmId, provider, ACCOUNTING);
        claims.forgetAll(administrator, firmId, provider);
        assertThat(rights()).isEmpty();
    }

    @Test
    void noClaimMakesAnAdministratorUnlessItsGroupIsArmed() {
        ProvisionedGroupId group = named("compta");
        assertRefused(
                Reason.NOT_ARMED,
                () -> giving.give(administrator, firm, group, first(Profile.ADMINISTRATOR, false)));
        claims.told(person, firmId, provider, ACCOUNTING);
        assertThat(rights()).isEmpty();
        giving.give(administrator, firm, group, first(Profile.ADMINISTRATOR, true));
        assertThat(rights()).contains(Right.DELEGATE);
        SessionFixture.begun();
        assertThatThrownBy(() -> claims.add(administrator, firm, provider, "groups", "x"))
                .isInstanceOf(ProofNeededException.class);
    }

    @Test
    void theLastAdministratorStaysWhateverTheProviderSays() {
        UserAccountId heir = person;
        gives("compta", Profile.ADMINISTRATOR, true);
        claims.told(heir, firmId, provider, ACCOUNTING);
        SessionFixture.proven(proof, heir, clock);
        members.detach(heir, firm, administrator);
        assertRefused(
                Reason.LAST_ADMINISTRATOR, () -> claims.told(heir, firmId, provider, NOTHING));
        assertThat(rights()).contains(Right.DELEGATE);
    }

    @Test
    void whoIsNoColleagueGetsNothingAndNeitherDoesAnotherProvidersWord() {
        gives("compta", Profile.READER, false);
        UserAccountId stranger =
                accounts.create(
                        new EmailAddress(UUID.randomUUID() + "@ailleurs.example"),
                        new PersonName("Un", "Autre"),
                        Locale.FRENCH,
                        PersonFixture.PASSWORD);
        claims.told(stranger, firmId, provider, ACCOUNTING);
        assertThat(habilitations.firmRights(stranger, firm)).isEmpty();
        claims.told(person, firmId, Uuid7.next(), ACCOUNTING);
        assertThat(rights()).isEmpty();
    }

    @Test
    void aHostileFirmReachesNeitherTheGroupsNorThePeopleOfAnother() {
        ProvisionedGroupId group = gives("compta", Profile.READER, false);
        claims.told(person, firmId, provider, ACCOUNTING);
        FirmShortName hostile = CompanyFixture.openFirm(firms);
        FirmId hostileId = firms.byShortName(hostile).orElseThrow().id();
        UserAccountId attacker = PersonFixture.colleague(accounts, hostileId);
        granting.begin(hostileId, attacker);
        SessionFixture.proven(proof, attacker, clock);
        assertThat(given.of(attacker, hostile, provider)).isEmpty();
        assertRefused(
                Reason.NOT_FOUND,
                () -> claims.remove(attacker, hostile, provider, group, Set.of()));
        assertThatThrownBy(() -> claims.remove(attacker, firm, provider, group, Set.of()))
                .isInstanceOf(NoSuchCompanyException.class);
        claims.told(person, hostileId, provider, NOTHING);
        claims.forgetAll(attacker, hostileId, provider);
        assertThat(rights()).contains(Right.CONSULT);
    }

    @Test
    void nobodyGivesByAClaimWhatTheyDoNotHold() {
        ProvisionedGroupId group = named("compta");
        UserAccountId reader = PersonFixture.colleague(accounts, firmId);
        granting.grant(administrator, reader, new Scope.WholeFirm(firmId), Profile.READER);
        SessionFixture.proven(proof, reader, clock);
        assertThatThrownBy(() -> giving.give(reader, firm, group, first(Profile.READER, false)))
                .isInstanceOf(RightMissingException.class);
        claims.told(person, firmId, provider, ACCOUNTING);
        assertThat(rights()).isEmpty();
    }

    @Test
    void thePreviewSaysWhatTheSignInWillGive() {
        gives("compta", Profile.READER, false);
        assertThat(claims.preview(firmId, provider, NOTHING)).isEmpty();
        assertThat(claims.preview(firmId, provider, ACCOUNTING))
                .singleElement()
                .satisfies(right -> assertThat(right.given().profile()).isEqualTo(Profile.READER));
        assertThat(rights()).isEmpty();
    }

    @Test
    void aGroupGivesOverOneCompanyAlone() {
        CompanyPath path = company();
        company();
        TenantId company = habilitations.access(administrator, path).company().tenant();
        ProvisionedGroupId group = named("compta");
        Given overOne = new Given(new Scope.OneCompany(firmId, company), Profile.READER);
        giving.give(administrator, firm, group, new GroupWish(overOne, false, Set.of()));
        assertThat(claims.preview(firmId, provider, ACCOUNTING))
                .singleElement()
                .satisfies(right -> {
                    assertThat(right.given()).isEqualTo(overOne);
                    assertThat(right.placeName()).isNotBlank();
                });

        claims.told(person, firmId, provider, ACCOUNTING);
        assertThat(rights()).isEmpty();
        assertThat(habilitations.access(person, path).allows(Right.CONSULT)).isTrue();
        assertThat(habilitations.clientCompaniesOf(person)).hasSize(1);
        assertRefused(
                Reason.TAKEN,
                () ->
                        giving.give(
                                administrator,
                                firm,
                                group,
                                new GroupWish(overOne, false, sheet().seen())));

        giving.stop(administrator, firm, group, sheet().rights().getFirst().id());
        assertThat(habilitations.clientCompaniesOf(person)).isEmpty();
        assertThat(sheet().rights()).isEmpty();
    }

    @Test
    void aGroupGivesNothingOverACompanyOrAFirmOfOthers() {
        FirmShortName elsewhere = CompanyFixture.openFirm(firms);
        FirmId other = firms.byShortName(elsewhere).orElseThrow().id();
        granting.begin(other, administrator);
        NewClientCompany theirs = CompanyFixture.companyOf(other);
        provision.provision(theirs);
        TenantId company =
                habilitations
                        .access(administrator, new CompanyPath(elsewhere, theirs.siren()))
                        .company()
                        .tenant();
        ProvisionedGroupId group = named("compta");
        var named = new Given(new Scope.OneCompany(firmId, company), Profile.READER);
        assertThatThrownBy(() ->
                        giving.give(
                                administrator, firm, group, new GroupWish(named, false, Set.of())))
                .isInstanceOf(DelegationRefusedException.class);
        var whole = new Given(new Scope.WholeFirm(other), Profile.READER);
        assertRefused(
                Reason.NOT_FOUND,
                () ->
                        giving.give(
                                administrator, firm, group, new GroupWish(whole, false, Set.of())));
    }

    @Test
    void whoDecidesOnTheSightOfAPageThatIsBehindChangesNothing() {
        ProvisionedGroupId group = named("compta");
        GroupWish behind = first(Profile.STANDARD, false);
        Set<UUID> nothing = sheet().seen();
        giving.give(administrator, firm, group, first(Profile.READER, false));
        assertRefused(Reason.VERSION, () -> giving.give(administrator, firm, group, behind));
        assertRefused(
                Reason.VERSION, () -> claims.remove(administrator, firm, provider, group, nothing));
        assertThat(sheet().rights()).hasSize(1);
        UUID right = sheet().rights().getFirst().id();
        giving.stop(administrator, firm, group, right);
        assertRefused(Reason.NOT_FOUND, () -> giving.stop(administrator, firm, group, right));
        assertRefused(
                Reason.THERE_ALREADY,
                () -> claims.add(administrator, firm, provider, "groups", "compta"));
    }

    @Test
    void aSecondClickMakesNoSecondDirectory() {
        connections.create(administrator, firm, "Entra ID");
        assertRefused(
                Reason.THERE_ALREADY, () -> connections.create(administrator, firm, "entra id "));
        ProvisioningConnection made = connections.of(administrator, firm).getFirst();
        assertThat(made.tokens()).hasSize(1);
        connections.rotate(administrator, firm, made.id(), Duration.ofDays(1));
        assertRefused(
                Reason.ROTATING,
                () -> connections.rotate(administrator, firm, made.id(), Duration.ofDays(1)));
        connections.revoke(administrator, firm, made.id());
        assertRefused(Reason.NOT_FOUND, () -> connections.revoke(administrator, firm, made.id()));
        assertThat(connections.create(administrator, firm, "Entra ID").connection())
                .isNotEqualTo(made.id());
    }

    @Test
    void theDirectoryNeitherSeesNorTouchesThemAndEachGivesItsOwn() {
        gives("compta", Profile.READER, false);
        claims.told(person, firmId, provider, ACCOUNTING);
        assertThat(directoryGroups.search(caller, null, new Window(1, 10), true).total()).isZero();
        ProvisionedPerson known =
                directory.search(caller, null, new Window(1, 10)).items().stream()
                        .filter(one ->
                                one.facts().email().typed().equals(accounts.card(person).email()))
                        .findFirst()
                        .orElseThrow();
        assertThat(known.groups()).isEmpty();
        ProvisionedGroup group =
                directoryGroups.create(caller, new GroupFacts("compta", null, Set.of(known.id())));
        giving.give(administrator, firm, group.id(), first(Profile.READER, false));
        claims.told(person, firmId, provider, NOTHING);
        assertThat(rights()).contains(Right.CONSULT);
        directoryGroups.remove(caller, group.id(), null);
        assertThat(rights()).isEmpty();
    }

    @Test
    void whoOpensTheirAccountByTheDirectorysMailHoldsWhatTheirGroupsGive() {
        ProvisionedPerson awaited = awaited();
        ProvisionedGroup group =
                directoryGroups.create(
                        caller, new GroupFacts("juniors", null, Set.of(awaited.id())));
        giving.give(administrator, firm, group.id(), first(Profile.READER, false));
        String link = arrivals.mintLink(awaited.id()).orElseThrow();
        UserAccountId opened = opening.use(link, "trois petits navires verts");
        assertThat(habilitations.firmRights(opened, firm)).contains(Right.CONSULT);
        assertThat(arrivals.told(awaited.id())).isEmpty();
        assertThat(arrivals.mintLink(awaited.id())).isEmpty();
    }

    @Test
    void whomTheDirectoryTookAwayOpensNothingByItsMail() {
        ProvisionedPerson awaited = awaited();
        String link = arrivals.mintLink(awaited.id()).orElseThrow();
        directory.remove(caller, awaited.id(), null);
        assertThatThrownBy(() -> opening.use(link, "trois petits navires verts"))
                .isInstanceOf(LinkRefusedException.class);
        assertThat(accounts.byKey(awaited.facts().email().key())).isEmpty();
    }

    private ProvisionedPerson awaited() {
        String email = UUID.randomUUID() + "@arrivee.example";
        return directory.create(
                caller,
                new PersonFacts(
                        email,
                        null,
                        new PersonName("Ana", "Lopez"),
                        new EmailAddress(email),
                        true));
    }

    private GroupSheet sheet() {
        return given.of(administrator, firm, provider).getFirst();
    }

    private ProvisionedGroupId named(String value) {
        claims.add(administrator, firm, provider, "groups", value);
        return sheet().id();
    }

    private ProvisionedGroupId gives(String value, Profile profile, boolean armed) {
        ProvisionedGroupId group = named(value);
        giving.give(administrator, firm, group, first(profile, armed));
        return group;
    }

    /** What a group that gave nothing is to give over the whole firm. */
    private GroupWish first(Profile profile, boolean armed) {
        return new GroupWish(new Given(new Scope.WholeFirm(firmId), profile), armed, Set.of());
    }

    private CompanyPath company() {
        NewClientCompany taken = CompanyFixture.companyOf(firmId);
        provision.provision(taken);
        return new CompanyPath(firm, taken.siren());
    }

    private Set<Right> rights() {
        return habilitations.firmRights(person, firm);
    }

    private static void assertRefused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProvisioningRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
