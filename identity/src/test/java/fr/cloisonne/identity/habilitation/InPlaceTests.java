package fr.cloisonne.identity.habilitation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.ParisClock;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.identity.audit.AuditReading;
import fr.cloisonne.identity.audit.InPlaceReading;
import fr.cloisonne.identity.audit.PagesRead;
import fr.cloisonne.identity.audit.Taken;
import fr.cloisonne.identity.audit.TakingAway;
import fr.cloisonne.identity.maildomain.MailDomains;
import fr.cloisonne.identity.membership.InvitationForm;
import fr.cloisonne.identity.membership.Invitations;
import fr.cloisonne.identity.membership.JoinRequests;
import fr.cloisonne.identity.membership.Newcomer;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.technical.ConnectionScope;
import fr.cloisonne.identity.technical.NewConnection;
import fr.cloisonne.identity.technical.TechnicalConnections;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.NewClientCompany;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What is done in the firm in somebody's place is written down as done for them. */
@PostgresTest
@Import(ParisClock.class)
@TestPropertySource(properties = "cloisonne.outbox.scheduled=false")
class InPlaceTests {

    private static final LocalDate FIRST = LocalDate.parse("2026-11-02");
    private static final LocalDate LAST = LocalDate.parse("2026-11-15");

    @Autowired private Absences absences;
    @Autowired private Delegation delegation;
    @Autowired private Substitution substitution;
    @Autowired private SubstitutionDays days;
    @Autowired private StandingIn standingIn;
    @Autowired private Habilitations habilitations;
    @Autowired private Granting granting;
    @Autowired private MassGranting mass;
    @Autowired private ProfileEditing profiles;
    @Autowired private PortfolioEditing portfolios;
    @Autowired private TakingAway taking;
    @Autowired private PagesRead pages;
    @Autowired private Invitations invitations;
    @Autowired private JoinRequests joining;
    @Autowired private MailDomains domains;
    @Autowired private TechnicalConnections connections;
    @Autowired private InPlaceReading report;
    @Autowired private AuditReading journal;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private SettableClock clock;

    private FirmShortName firm;
    private FirmCard card;
    private UserAccountId claire;
    private UserAccountId amina;
    private UserAccountId karim;

    @BeforeEach
    void aFirmWithAnAdministrator() {
        clock.set(Instant.parse("2026-11-02T09:00:00Z"));
        firm = CompanyFixture.openFirm(firms);
        card = firms.byShortName(firm).orElseThrow();
        claire = PersonFixture.colleague(accounts, card.id());
        amina = PersonFixture.colleague(accounts, card.id());
        karim = PersonFixture.colleague(accounts, card.id());
        SessionFixture.proven(proof, claire, clock);
        granting.begin(card.id(), claire);
    }

    @Test
    void eachActOfAStandInNamesWhoIsAwayAndIsReportedToThem() {
        DelegationId given =
                absences.begin(
                        claire,
                        firm,
                        new AbsenceWish(amina, Set.of(), true, true, FIRST, LAST, "congés"));
        SessionFixture.proven(proof, amina, clock);
        portfolios.make(amina, firm, "Boulangeries", Set.of());
        pages.ofFirm(amina, card.id(), Right.AUDIT, "audit", Map.of());
        taking.asked(matrix());
        invitations.invite(amina, firm, nobodyYet());
        domains.claim(amina, firm, firm + ".example");
        connections.create(amina, firm, connection());
        refuseOne(amina);

        List<AuditEntry> told = report.inFirm(claire, given, Long.MAX_VALUE, 50);
        assertThat(told)
                .extracting(AuditEntry::act)
                .containsExactly(
                        "join.refused",
                        "connection.created",
                        "domain.claimed",
                        "invitation.sent",
                        "export.asked",
                        "read.page",
                        "portfolio.made");
        assertThat(told).allSatisfy(entry -> assertThat(entry).satisfies(this::forClaire));
    }

    @Test
    void onlyWhatTheLentRightWasNeededFor() {
        delegation.delegate(claire, amina, loan(Profile.ADMINISTRATOR));
        granting.grant(claire, amina, new Scope.WholeFirm(card.id()), own());
        SessionFixture.proven(proof, amina, clock);
        taking.asked(matrix());
        portfolios.make(amina, firm, "Boulangeries", Set.of());

        assertThat(written("export.asked").onBehalfOf()).isNull();
        assertThat(written("portfolio.made")).satisfies(this::forClaire);
    }

    @Test
    void aDelegationEndsAndSoDoesActingForAnother() {
        granting.grant(claire, amina, new Scope.WholeFirm(card.id()), Profile.ADMINISTRATOR);
        DelegationId given = delegation.delegate(claire, amina, loan(Profile.ADMINISTRATOR));
        delegation.revoke(claire, given);
        SessionFixture.proven(proof, amina, clock);
        portfolios.make(amina, firm, "Boulangeries", Set.of());
        assertThat(written("portfolio.made").onBehalfOf()).isNull();
    }

    @Test
    void aProvisionalAdministratorActsForWhoeverNamedThemInTheFirmAndInItsCompanies() {
        NewClientCompany taken = CompanyFixture.companyOf(card.id());
        provision.provision(taken);
        CompanyPath path = new CompanyPath(firm, taken.siren());
        substitution.name(claire, firm, amina);
        SessionFixture.proven(proof, amina, clock);
        substitution.accept(amina, firm);
        substitution.claim(amina, firm, "Décès");
        clock.advance(Duration.ofHours(73));
        while (days.beginOne()) {
            // The next one.
        }
        SessionFixture.proven(proof, amina, clock);
        granting.grant(amina, karim, new Scope.WholeFirm(card.id()), Profile.READER);
        profiles.make(amina, firm, "Saisie", Set.of(Right.DEPOSIT));
        GrantWish wish = wish();
        mass.give(amina, firm, mass.giving(amina, firm, wish));
        mass.take(amina, firm, mass.taking(amina, firm, wish));
        portfolios.make(amina, firm, "Boulangeries", Set.of());

        assertThat(journal.ofFirm(claire, firm, Long.MAX_VALUE, 5))
                .extracting(AuditEntry::act)
                .containsExactly(
                        "portfolio.made",
                        "habilitation.revoked",
                        "habilitation.granted",
                        "profile.made",
                        "habilitation.granted");
        assertThat(journal.ofFirm(claire, firm, Long.MAX_VALUE, 5))
                .allSatisfy(entry -> assertThat(entry).satisfies(this::forClaire));
        assertThat(habilitations.access(amina, path).onBehalfOf())
                .containsEntry(Right.DEPOSIT, claire);
        assertThat(standingIn.inFirm(amina, card, Right.DELEGATE))
                .hasValueSatisfying(one -> {
                    assertThat(one.giver().id()).isEqualTo(claire);
                    assertThat(one.last()).isEqualTo(LocalDate.parse("2027-02-04"));
                });
        assertThat(standingIn.inCompany(amina, path, Right.DEPOSIT)).isPresent();
        assertThat(standingIn.today(amina)).hasSize(1);
    }

    private void forClaire(AuditEntry entry) {
        assertThat(entry.actor()).isNotNull().extracting("id").isEqualTo(amina);
        assertThat(entry.onBehalfOf()).isNotNull().extracting("id").isEqualTo(claire);
    }

    private Taken matrix() {
        return new Taken.OfFirm(amina, firm, Right.AUDIT, "matrix", Map.of());
    }

    private AuditEntry written(String act) {
        return journal.ofFirm(claire, firm, Long.MAX_VALUE, 50).stream()
                .filter(entry -> entry.act().equals(act))
                .findFirst()
                .orElseThrow();
    }

    private Loan loan(Profile profile) {
        return Loan.of(new Scope.WholeFirm(card.id()), profile, FIRST, LAST, "congés");
    }

    private Profile own() {
        return profiles.make(claire, firm, "Relecture", Set.of(Right.AUDIT));
    }

    private GrantWish wish() {
        return new GrantWish(
                Set.of(claire), Set.of(new Scope.WholeFirm(card.id())), Set.of(Profile.READER));
    }

    private void refuseOne(UserAccountId by) {
        joining.ask(
                new Newcomer(
                        card,
                        "https://issuer.example",
                        "sub-" + firm,
                        "nina@" + firm + ".example",
                        new PersonName("Nina", "Roux")),
                Locale.FRENCH);
        joining.refuse(by, firm, joining.waiting(by, firm).getFirst().id(), "Inconnue ici");
    }

    private InvitationForm nobodyYet() {
        return new InvitationForm(
                new EmailAddress("invitee@" + firm + ".example"),
                new PersonName("Lina", "Petit"),
                Locale.FRENCH,
                null,
                Set.of(),
                null,
                null);
    }

    private static NewConnection connection() {
        return new NewConnection("Logiciel", Set.of(ConnectionScope.FLOWS_READ), null, null, null);
    }
}
