package fr.cloisonne.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.OtherWayNeededException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.signin.Factor;
import fr.cloisonne.identity.signin.FactorsLost;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.identity.signin.SessionOpening;
import fr.cloisonne.identity.signin.SignInWay;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.NewClientCompany;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The administrator of one firm makes its provider say that they are somebody who also works for
 * another firm. They get what that person has in their own firm, and nothing else.
 */
@PostgresTest
@TestPropertySource(properties = "cloisonne.federation.reach=loopback")
class VouchingTests extends AtProvider {

    @Autowired private FirmProviders providers;
    @Autowired private StoredProviders stored;
    @Autowired private Habilitations habilitations;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private SessionOpening opening;
    @Autowired private FreshProof proof;
    @Autowired private FederatedSignIn signIn;
    @Autowired private Clock clock;

    private FirmShortName honest;
    private FirmShortName hostile;
    private FirmId hostileId;
    private CompanyPath company;
    private UserAccountId attacker;
    private UserAccountId victim;
    private ProviderId provider;

    @BeforeEach
    void aPersonOfTwoFirms() {
        honest = CompanyFixture.openFirm(firms);
        FirmId honestId = firms.byShortName(honest).orElseThrow().id();
        NewClientCompany taken = CompanyFixture.companyOf(honestId);
        provision.provision(taken);
        company = new CompanyPath(honest, taken.siren());
        victim = PersonFixture.colleague(accounts, honestId);
        granting.begin(honestId, victim);

        hostile = CompanyFixture.openFirm(firms);
        hostileId = firms.byShortName(hostile).orElseThrow().id();
        attacker = PersonFixture.colleague(accounts, hostileId);
        granting.begin(hostileId, attacker);
        accounts.join(victim, hostileId);
        SessionFixture.proven(proof, attacker, clock);
        granting.grant(attacker, victim, new Scope.WholeFirm(hostileId), Profile.READER);
        provider = inService();
    }

    @Test
    void theOtherFirmsPagesAskForAnotherWayWhetherTheyExistOrNot() {
        opensBy(provider.toString());
        assertThat(habilitations.firmRights(victim, hostile)).contains(Right.CONSULT);
        assertAnotherWay(() -> habilitations.access(victim, company));
        assertAnotherWay(() -> habilitations.requireInFirm(victim, honest, Right.DELEGATE));
        // Neither an unknown company nor an unknown firm answers otherwise.
        assertAnotherWay(() ->
                habilitations.access(
                        victim,
                        new CompanyPath(honest, CompanyFixture.companyOf(hostileId).siren())));
        assertAnotherWay(() ->
                habilitations.requireInFirm(
                        victim, new FirmShortName("nobody-has-this"), Right.DELEGATE));
        assertThat(habilitations.firmRights(victim, honest)).isEmpty();
    }

    @Test
    void noListNamesTheOtherFirmOrItsCompanies() {
        opensBy(provider.toString());
        assertThat(habilitations.firmsOf(victim))
                .extracting(FirmCard::shortName)
                .containsExactly(hostile);
        assertThat(habilitations.clientCompaniesOf(victim))
                .noneMatch(card -> card.path().equals(company));
    }

    @Test
    void rightsOfTheOtherFirmCannotBeGivenAway() {
        FirmId honestId = firms.byShortName(honest).orElseThrow().id();
        UserAccountId accomplice = PersonFixture.colleague(accounts, honestId);
        opensBy(provider.toString());
        assertThatThrownBy(() ->
                        granting.grant(
                                victim,
                                accomplice,
                                new Scope.WholeFirm(honestId),
                                Profile.ADMINISTRATOR))
                .isInstanceOf(ProofNeededException.class);
    }

    @Test
    void itsWordAloneIsNoProofForAnAccountHoweverFreshItClaimsToBe() {
        opensBy(provider.toString());
        assertThat(proof.wasGiven(victim)).isFalse();
        assertThatThrownBy(() -> proof.require(victim)).isInstanceOf(ProofNeededException.class);
    }

    @Test
    void whoShowsHereWhoTheyAreReachesAllOfTheirFirms() {
        opensBy(provider.toString());
        proof.given(victim, Factor.PASSWORD);
        assertThat(habilitations.access(victim, company).allows(Right.CONSULT)).isTrue();
        assertThat(habilitations.firmsOf(victim)).hasSize(2);
    }

    @Test
    void aSessionOpenedByPasswordOrByAProviderOfTheServiceSpeaksForAll() {
        MockHttpServletRequest request = arrives();
        opening.open(request, victim, new SignInWay.Password());
        assertThat(habilitations.firmsOf(victim)).hasSize(2);
    }

    @Test
    void aProviderThatIsSwitchedOffSpeaksForNobodyAtOnce() {
        opensBy(provider.toString());
        assertThat(habilitations.firmsOf(victim)).hasSize(1);
        stored.setLive(provider, false);
        assertThat(habilitations.firmsOf(victim)).isEmpty();
        assertAnotherWay(() -> habilitations.requireInFirm(victim, hostile, Right.CONSULT));
    }

    @Test
    void aProviderThatIsGoneOrNeverWasSpeaksForNobody() {
        opensBy("nobody-knows-this");
        assertThat(habilitations.firmsOf(victim)).isEmpty();
        assertAnotherWay(() -> habilitations.access(victim, company));
    }

    @Test
    void theRightsOfOthersAreReadAsTheyAre() {
        opensBy(provider.toString());
        assertThat(habilitations.firmRights(attacker, hostile)).contains(Right.DELEGATE);
        assertThatThrownBy(() -> habilitations.access(attacker, company))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    @Test
    void lostFactorsAfterItsWordAreNoProofOfThePersonAndAfterAPasswordTheyAre() throws Exception {
        var word = new SignInWay.Provider(provider.toString(), issuer(), "victim", null);
        entersWithoutFactors(word);
        assertThat(habilitations.firmRights(victim, hostile)).contains(Right.CONSULT);
        assertAnotherWay(() -> habilitations.access(victim, company));
        assertThat(proof.wasGiven(victim)).isFalse();
        assertThatThrownBy(() -> proof.require(victim)).isInstanceOf(ProofNeededException.class);

        entersWithoutFactors(new SignInWay.Password());
        assertThat(habilitations.access(victim, company).allows(Right.CONSULT)).isTrue();
        proof.require(victim);
    }

    private void entersWithoutFactors(SignInWay way) throws Exception {
        signIn.signedIn((request, response, person) -> {})
                .onAuthenticationSuccess(
                        arrives(), new MockHttpServletResponse(), FactorsLost.by(victim, way));
    }

    private void opensBy(String id) {
        opening.open(arrives(), victim, new SignInWay.Provider(id, issuer(), "victim", null));
    }

    private static MockHttpServletRequest arrives() {
        var request = new MockHttpServletRequest();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        return request;
    }

    private ProviderId inService() {
        ProviderId id = providers.add(attacker, hostile, form("client", ClaimNames.STANDARD));
        stored.setLive(id, true);
        return id;
    }

    private static void assertAnotherWay(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(OtherWayNeededException.class);
    }
}
