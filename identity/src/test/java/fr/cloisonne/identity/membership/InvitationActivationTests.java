package fr.cloisonne.identity.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.account.AccountOpening;
import fr.cloisonne.identity.account.ActivationOffer;
import fr.cloisonne.identity.account.LinkRefusedException;
import fr.cloisonne.identity.account.LinkState;
import fr.cloisonne.identity.account.PasswordRefusedException;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.PromisedRight;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class InvitationActivationTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD = "quatre gros hérissons gris";
    private static final PersonName OWN = new PersonName("Inès", "Carpentier-Roux");

    @Autowired private Invitations invitations;
    @Autowired private InvitationList invited;
    @Autowired private AccountOpening opening;
    @Autowired private Members members;
    @Autowired private Granting granting;
    @Autowired private Habilitations habilitations;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private FreshProof proof;
    @Autowired private TestDatabase database;
    @Autowired private Clock clock;

    private FirmShortName firm;
    private FirmId firmId;
    private TenantId bakery;
    private UserAccountId administrator;
    private EmailAddress email;

    @BeforeEach
    void aFirmAndAnAddressWithoutAccount() {
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        bakery = provision.provision(CompanyFixture.companyOf(firmId));
        administrator = PersonFixture.colleague(accounts, firmId);
        granting.begin(firmId, administrator);
        SessionFixture.proven(proof, administrator, clock);
        email = new EmailAddress("ines" + NUMBER.incrementAndGet() + "@ailleurs.example");
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void whoOpensTheAccountHasAcceptedTheInvitation() {
        String link = link(invite(null, false));
        ActivationOffer offer = opening.offer(link);
        assertThat(offer.state()).isEqualTo(LinkState.OPEN);
        assertThat(offer.invitedInto()).isEqualTo(habilitations.firm(firmId).legalName());
        UserAccountId person = opening.use(link, OWN, PASSWORD);
        assertThat(accounts.card(person).name()).isEqualTo(OWN);
        assertThat(accounts.card(person).email()).isEqualTo(email.typed());
        assertThat(habilitations.membershipsOf(person)).hasSize(1);
        assertCompanies(person, bakery);
        assertState(InvitationState.USED);
        assertThat(opening.offer(link).state()).isEqualTo(LinkState.USED);
        assertLink(LinkState.USED, link);
    }

    @Test
    void aPasswordThatHoldsTheNameSaidOrTheFirmsIsRefusedAndNothingHappens() {
        String link = link(invite(null, false));
        assertThatThrownBy(() -> opening.use(link, OWN, "Carpentier-Roux"))
                .isInstanceOf(PasswordRefusedException.class);
        assertThat(opening.offer(link).state()).isEqualTo(LinkState.OPEN);
        assertState(InvitationState.PENDING);
    }

    @Test
    void rightsAreLentOrThoseOfACompanysOwnStaff() {
        UserAccountId borrower = opening.use(link(invite(null, true)), OWN, PASSWORD);
        assertThat(habilitations.clientCompaniesOf(borrower)).hasSize(1);
        email = new EmailAddress("ines" + NUMBER.incrementAndGet() + "@ailleurs.example");
        UserAccountId staff = opening.use(link(invite(bakery, false)), OWN, PASSWORD);
        assertThat(habilitations.membershipsOf(staff)).isEmpty();
        assertCompanies(staff, bakery);
    }

    @Test
    void whatTheInviterLostMeanwhileIsNotGivenNorLent() {
        UserAccountId second = PersonFixture.colleague(accounts, firmId);
        granting.grant(administrator, second, new Scope.WholeFirm(firmId), Profile.ADMINISTRATOR);
        SessionFixture.proven(proof, second, clock);
        String given = link(invitations.invite(second, firm, form(null, false)));
        email = new EmailAddress("ines" + NUMBER.incrementAndGet() + "@ailleurs.example");
        String lent = link(invitations.invite(second, firm, form(null, true)));
        SessionFixture.proven(proof, administrator, clock);
        members.suspend(administrator, firm, second);
        for (String link : Set.of(given, lent)) {
            UserAccountId person = opening.use(link, OWN, PASSWORD);
            assertThat(habilitations.membershipsOf(person)).hasSize(1);
            assertThat(habilitations.clientCompaniesOf(person)).isEmpty();
        }
    }

    @Test
    void aStaffPlaceInACompanyThatLeftTheFirmIsNoneAnyMore() {
        String link = link(invite(bakery, false));
        FirmId elsewhere = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        database.superuser()
                .sql("UPDATE platform.invitation SET staff_of = ? WHERE firm_id = ?")
                .params(
                        provision.provision(CompanyFixture.companyOf(elsewhere)).value(),
                        firmId.value())
                .update();
        UserAccountId person = opening.use(link, OWN, PASSWORD);
        assertThat(habilitations.clientCompaniesOf(person)).isEmpty();
        assertThat(
                        database.superuser()
                                .sql(
                                        "SELECT count(*) FROM platform.company_member WHERE user_id = ?")
                                .param(person.value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void eachStateOfTheInvitationIsToldByItsLink() {
        InvitationId sent = invite(null, false);
        String first = link(sent);
        invitations.resend(administrator, firm, sent);
        String second = link(sent);
        assertLink(LinkState.RESENT, first);
        database.superuser()
                .sql("UPDATE platform.activation SET closes_at = '2020-01-01' WHERE email_key = ?")
                .param(email.key())
                .update();
        assertThat(opening.offer(second))
                .returns(LinkState.EXPIRED, ActivationOffer::state)
                .returns(habilitations.firm(firmId).legalName(), ActivationOffer::invitedInto);
        assertLink(LinkState.EXPIRED, second);
        assertThat(invitations.mintLink(sent)).isEmpty();
        invitations.resend(administrator, firm, sent);
        String third = link(sent);
        assertThat(opening.offer(third).state()).isEqualTo(LinkState.OPEN);
        invitations.withdraw(administrator, firm, sent);
        assertLink(LinkState.WITHDRAWN, third);
        assertThat(opening.offer(third).state()).isEqualTo(LinkState.WITHDRAWN);
        assertThat(invitations.mintLink(sent)).isEmpty();
        assertThat(accounts.byKey(email.key())).isEmpty();
    }

    @Test
    void nobodyOfAnotherFirmWithdrawsOrResends() {
        InvitationId sent = invite(null, false);
        String link = link(sent);
        FirmShortName other = CompanyFixture.openFirm(firms);
        FirmId otherId = firms.byShortName(other).orElseThrow().id();
        UserAccountId stranger = PersonFixture.colleague(accounts, otherId);
        granting.begin(otherId, stranger);
        SessionFixture.proven(proof, stranger, clock);
        assertThatThrownBy(() -> invitations.withdraw(stranger, other, sent))
                .isInstanceOf(InvitationRefusedException.class);
        assertThatThrownBy(() -> invitations.resend(stranger, other, sent))
                .isInstanceOf(InvitationRefusedException.class);
        assertThat(opening.offer(link).state()).isEqualTo(LinkState.OPEN);
    }

    @Test
    void anAddressWithAnAccountIsLedToSignInAndItsOtherInvitationsWaitThere() {
        String first = link(invite(null, false));
        FirmShortName other = CompanyFixture.openFirm(firms);
        FirmId otherId = firms.byShortName(other).orElseThrow().id();
        UserAccountId second = PersonFixture.colleague(accounts, otherId);
        granting.begin(otherId, second);
        SessionFixture.proven(proof, second, clock);
        InvitationId elsewhere =
                invitations.invite(
                        second,
                        other,
                        new InvitationForm(email, OWN, Locale.FRENCH, null, Set.of(), null, null));
        String stale = link(elsewhere);
        UserAccountId person = opening.use(first, OWN, PASSWORD);
        assertThat(opening.offer(stale).state()).isEqualTo(LinkState.USED);
        assertLink(LinkState.USED, stale);
        assertThat(invitations.mintLink(elsewhere)).isEmpty();
        invitations.resend(second, other, elsewhere);
        assertThat(invitations.mintLink(elsewhere)).isEmpty();
        assertThat(invited.to(person)).singleElement().returns(elsewhere, InvitationLine::id);
        SessionFixture.begun();
        invitations.accept(person, elsewhere);
        assertThat(habilitations.membershipsOf(person)).hasSize(2);
        assertThat(opening.offer(stale).state()).isEqualTo(LinkState.USED);
    }

    @Test
    void aWithdrawalAndAnActivationAtOnceEndInOneOfTheTwo() throws Exception {
        InvitationId sent = invite(null, false);
        String link = link(sent);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var used = threads.submit(done(() -> opening.use(link, OWN, PASSWORD)));
            var withdrawn =
                    threads.submit(
                            done(() -> {
                                invitations.withdraw(administrator, firm, sent);
                                return sent;
                            }));
            assertThat(used.get() ^ withdrawn.get()).isTrue();
            assertThat(accounts.byKey(email.key()).isPresent()).isEqualTo(used.get());
        }
    }

    private static Callable<Boolean> done(Callable<?> act) {
        return SessionFixture.asked(() -> {
            try {
                act.call();
                return true;
            } catch (LinkRefusedException | InvitationRefusedException refused) {
                return false;
            }
        });
    }

    private InvitationId invite(@Nullable TenantId staffOf, boolean lent) {
        return invitations.invite(administrator, firm, form(staffOf, lent));
    }

    private InvitationForm form(@Nullable TenantId staffOf, boolean lent) {
        LocalDate today = LocalDate.now(clock);
        return new InvitationForm(
                email,
                new PersonName("Ines", "Carpentier"),
                Locale.FRENCH,
                staffOf,
                Set.of(new PromisedRight(new Scope.OneCompany(firmId, bakery), Profile.READER)),
                lent ? today : null,
                lent ? today.plusDays(7) : null);
    }

    private String link(InvitationId sent) {
        return invitations.mintLink(sent).orElseThrow();
    }

    private void assertCompanies(UserAccountId person, TenantId... companies) {
        assertThat(habilitations.clientCompaniesOf(person))
                .extracting(card -> card.tenant())
                .containsExactly(companies);
    }

    private void assertState(InvitationState state) {
        assertThat(invited.of(administrator, firm))
                .first()
                .extracting(InvitationLine::state)
                .isEqualTo(state);
    }

    private void assertLink(LinkState state, String link) {
        assertThatThrownBy(() -> opening.use(link, OWN, PASSWORD))
                .isInstanceOfSatisfying(
                        LinkRefusedException.class,
                        refused -> assertThat(refused.state()).isEqualTo(state));
    }
}
