package fr.cloisonne.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.InPlaceReading;
import fr.cloisonne.identity.habilitation.AbsenceWish;
import fr.cloisonne.identity.habilitation.Absences;
import fr.cloisonne.identity.habilitation.Delegation;
import fr.cloisonne.identity.habilitation.DelegationId;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.InPlaceOf;
import fr.cloisonne.identity.habilitation.OtherWayNeededException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.PromisedRight;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.habilitation.StandingIn;
import fr.cloisonne.identity.habilitation.Substitute;
import fr.cloisonne.identity.habilitation.Substitutes;
import fr.cloisonne.identity.habilitation.Substitution;
import fr.cloisonne.identity.membership.InvitationForm;
import fr.cloisonne.identity.membership.InvitationList;
import fr.cloisonne.identity.membership.Invitations;
import fr.cloisonne.identity.membership.RequestId;
import fr.cloisonne.identity.membership.RequestList;
import fr.cloisonne.identity.membership.RightRequests;
import fr.cloisonne.identity.provisioning.Arrivals;
import fr.cloisonne.identity.provisioning.PeopleProvisioning;
import fr.cloisonne.identity.provisioning.PersonFacts;
import fr.cloisonne.identity.provisioning.ProvisionedPersonId;
import fr.cloisonne.identity.provisioning.ProvisioningCaller;
import fr.cloisonne.identity.provisioning.ProvisioningConnectionId;
import fr.cloisonne.identity.signin.Factor;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.SessionOpening;
import fr.cloisonne.identity.signin.SignInWay;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * What a person does between them and one firm without any right there (times away, substitutions,
 * requests, invitations) stays shut in a session that another firm's provider opened.
 */
@PostgresTest
@TestPropertySource(properties = "cloisonne.federation.reach=loopback")
class OtherFirmsBusinessTests extends AtProvider {

    @Autowired private FirmProviders providers;
    @Autowired private StoredProviders stored;
    @Autowired private Granting granting;
    @Autowired private Absences absences;
    @Autowired private Delegation delegation;
    @Autowired private StandingIn standingIn;
    @Autowired private Substitution substitution;
    @Autowired private Substitutes substitutes;
    @Autowired private InPlaceReading report;
    @Autowired private RightRequests requests;
    @Autowired private RequestList asked;
    @Autowired private Invitations invitations;
    @Autowired private InvitationList invited;
    @Autowired private Arrivals arrivals;
    @Autowired private PeopleProvisioning directory;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private SessionOpening opening;
    @Autowired private FreshProof proof;
    @Autowired private Clock clock;

    private FirmShortName honest;
    private FirmId honestId;
    private FirmShortName hostile;
    private UserAccountId head;
    private UserAccountId victim;
    private ProviderId provider;

    @BeforeEach
    void aPersonOfTwoFirms() {
        honest = CompanyFixture.openFirm(firms);
        honestId = firms.byShortName(honest).orElseThrow().id();
        head = PersonFixture.colleague(accounts, honestId);
        victim = PersonFixture.colleague(accounts, honestId);
        granting.begin(honestId, head);

        hostile = CompanyFixture.openFirm(firms);
        FirmId hostileId = firms.byShortName(hostile).orElseThrow().id();
        UserAccountId attacker = PersonFixture.colleague(accounts, hostileId);
        granting.begin(hostileId, attacker);
        accounts.join(victim, hostileId);
        SessionFixture.proven(proof, attacker, clock);
        provider = providers.add(attacker, hostile, form("client", ClaimNames.STANDARD));
        stored.setLive(provider, true);
        SessionFixture.proven(proof, head, clock);
    }

    @Test
    void timesAwayAreThoseOfTheFirmThatVouches() {
        granting.grant(head, victim, new Scope.WholeFirm(honestId), Profile.STANDARD);
        SessionFixture.proven(proof, victim, clock);
        DelegationId given = absences.begin(victim, honest, away(head));

        opens();
        assertThat(absences.firms(victim)).extracting(FirmCard::shortName).containsExactly(hostile);
        assertAnotherWay(() -> absences.colleagues(victim, honest));
        assertAnotherWay(() -> absences.portfolio(victim, honest));
        assertAnotherWay(() -> absences.administers(victim, honest));
        assertAnotherWay(() -> absences.given(victim, honest));
        assertAnotherWay(() -> absences.received(victim, honest));
        assertAnotherWay(() -> absences.begin(victim, honest, away(head)));
        assertAnotherWay(() -> absences.colleagues(victim, new FirmShortName("nobody-has-this")));
        assertAnotherWay(() -> report.span(victim, given));
        assertAnotherWay(() -> report.inFirm(victim, given, Long.MAX_VALUE, 10));
        assertAnotherWay(() -> delegation.revoke(victim, given));
        assertThat(absences.colleagues(victim, hostile)).isNotEmpty();

        proof.given(victim, Factor.PASSWORD);
        assertThat(absences.firms(victim)).hasSize(2);
        assertThat(report.span(victim, given)).isPresent();
        delegation.revoke(victim, given);
    }

    @Test
    void forWhomOneStandsInIsSaidInTheFirmThatVouches() {
        DelegationId borrowed = absences.begin(head, honest, away(victim));
        opens();
        assertThat(standingIn.today(victim)).isEmpty();
        assertAnotherWay(() -> delegation.revoke(victim, borrowed));

        proof.given(victim, Factor.PASSWORD);
        assertThat(standingIn.today(victim))
                .extracting(InPlaceOf::last)
                .containsExactly(today().plusDays(3));
    }

    @Test
    void aSubstitutionIsNeitherSeenNorAcceptedNorGivenUp() {
        substitution.name(head, honest, victim);
        opens();
        assertThat(substitutes.mine(victim)).isEmpty();
        assertAnotherWay(() -> substitution.accept(victim, honest));
        assertAnotherWay(() -> substitution.claim(victim, honest, "Décès"));
        assertAnotherWay(() -> substitution.renew(victim, honest));
        assertAnotherWay(() -> substitution.end(victim, honest));
        assertAnotherWay(() -> substitution.end(victim, new FirmShortName("nobody-has-this")));

        proof.given(victim, Factor.PASSWORD);
        substitution.accept(victim, honest);
        assertThat(substitutes.mine(victim))
                .extracting(Substitute::state)
                .containsExactly(Substitute.State.ACCEPTED);
    }

    @Test
    void rightsAreNeitherAskedForNorAskedForNoMore() {
        var part = new PromisedRight(new Scope.WholeFirm(honestId), Profile.READER);
        RequestId before = requests.ask(victim, honest, part, "remplacement");
        var unknown = CompanyFixture.companyOf(honestId).siren();
        opens();
        var other = new PromisedRight(new Scope.WholeFirm(honestId), Profile.STANDARD);
        assertAnotherWay(() -> requests.ask(victim, honest, other, "curiosité"));
        // Whether the firm has such a client is not said either.
        assertAnotherWay(
                () -> requests.askFor(victim, honest, unknown, Profile.READER, "curiosité"));
        assertAnotherWay(() -> requests.withdraw(victim, before));
        assertAnotherWay(() -> asked.mine(victim, honestId));

        proof.given(victim, Factor.PASSWORD);
        assertThat(asked.mine(victim, honestId)).hasSize(1);
        requests.withdraw(victim, before);
    }

    @Test
    void invitationsOfOtherFirmsAreNotListed() {
        FirmShortName third = thirdFirm();
        invitations.invite(head, third, invitation());
        opens();
        assertThat(invited.to(victim)).isEmpty();
        proof.given(victim, Factor.PASSWORD);
        assertThat(invited.to(victim)).hasSize(1);
    }

    @Test
    void whatAnotherFirmsDirectoryAwaitsIsNeitherListedNorDeclined() {
        FirmId third = firms.byShortName(thirdFirm()).orElseThrow().id();
        ProvisionedPersonId told = told(third);
        opens();
        assertThat(arrivals.of(victim)).isEmpty();
        assertAnotherWay(() -> arrivals.refuse(victim, told));
        proof.given(victim, Factor.PASSWORD);
        assertThat(arrivals.of(victim)).hasSize(1);
        arrivals.refuse(victim, told);
        assertThat(arrivals.of(victim)).isEmpty();
    }

    private ProvisionedPersonId told(FirmId firm) {
        String email = accounts.card(victim).email();
        var caller = new ProvisioningCaller(firm, new ProvisioningConnectionId(UUID.randomUUID()));
        var name = new PersonName("Élodie", "Annoncée");
        return directory
                .create(caller, new PersonFacts(email, null, name, new EmailAddress(email), true))
                .id();
    }

    private FirmShortName thirdFirm() {
        FirmShortName third = CompanyFixture.openFirm(firms);
        FirmId id = firms.byShortName(third).orElseThrow().id();
        accounts.join(head, id);
        granting.begin(id, head);
        return third;
    }

    private InvitationForm invitation() {
        return new InvitationForm(
                new EmailAddress(accounts.card(victim).email()),
                new PersonName("Élodie", "Invitée"),
                Locale.FRENCH,
                null,
                Set.of(),
                null,
                null);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private AbsenceWish away(UserAccountId substitute) {
        return new AbsenceWish(
                substitute, Set.of(), true, false, today(), today().plusDays(3), "congés");
    }

    private void opens() {
        opening.open(
                SessionFixture.begun(),
                victim,
                new SignInWay.Provider(provider.toString(), issuer(), "victim", null));
    }

    private static void assertAnotherWay(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(OtherWayNeededException.class);
    }
}
