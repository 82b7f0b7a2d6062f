package fr.cloisonne.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.identity.audit.AuditReading;
import fr.cloisonne.identity.habilitation.Delegation;
import fr.cloisonne.identity.habilitation.DelegationId;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.HabilitationId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Loan;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.membership.Members;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.ClientCompanies;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.PostalAddress;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import fr.cloisonne.tenancy.value.SizeCategory;
import fr.cloisonne.tenancy.value.VatNumber;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class ClientCompanyAdditionTests {

    @Autowired private ClientCompanyAddition addition;
    @Autowired private AdditionAudit additionAudit;
    @Autowired private CompanyLookup lookup;
    @Autowired private Provision provision;
    @Autowired private ClientCompanies companies;
    @Autowired private Granting granting;
    @Autowired private Delegation delegation;
    @Autowired private Members members;
    @Autowired private Habilitations habilitations;
    @Autowired private UserAccounts accounts;
    @Autowired private AuditReading audit;
    @Autowired private Firms firms;
    @Autowired private FreshProof proof;
    @Autowired private Clock clock;

    private FirmShortName name = new FirmShortName("aucun");
    private FirmId firm;
    private UserAccountId administrator;

    @BeforeEach
    void aFirm() {
        name = CompanyFixture.openFirm(firms);
        firm = firms.byShortName(name).orElseThrow().id();
        administrator = PersonFixture.colleague(accounts, firm);
        granting.begin(firm, administrator);
        SessionFixture.proven(proof, administrator, clock);
    }

    @Test
    void theAdministratorEntersTheNewCompanyAtOnceAndTheChainSaysWhoMadeIt() {
        Siren siren = CompanyFixture.anySiren();
        CompanyPath path = addition.add(administrator, name, form(siren));
        assertThat(habilitations.access(administrator, path).company().legalName())
                .isEqualTo("Ébénisterie Noël & Fils");
        assertThat(audit.ofFirm(administrator, name, Long.MAX_VALUE, 10))
                .extracting(entry -> entry.act())
                .startsWith("company.added", "company.asked");
    }

    @Test
    void aSirenIsTakenOnOnceByAFirmAndAgainByAnother() {
        Siren siren = CompanyFixture.anySiren();
        addition.add(administrator, name, form(siren));
        assertThatThrownBy(() -> addition.add(administrator, name, form(siren)))
                .isInstanceOf(CompanyKnownException.class);
        FirmShortName first = name;
        aFirm();
        CompanyPath other = addition.add(administrator, name, form(siren));
        assertThat(other).isNotEqualTo(new CompanyPath(first, siren));
    }

    @Test
    void anEstablishmentMakesNoSecondTenantWhicheverNumberCameFirst() {
        Siret office = Siret.parse("35600000000048");
        addition.add(administrator, name, form(office.siren(), office, null));
        for (Siret typed : Arrays.asList(null, office, Siret.parse("35600000009075"))) {
            assertThatThrownBy(() ->
                            addition.add(administrator, name, form(office.siren(), typed, null)))
                    .isInstanceOf(CompanyKnownException.class);
        }
        assertThat(habilitations.clientCompaniesOf(administrator)).hasSize(1);
    }

    @Test
    void aKnownCompanyIsNamedToWhoMayEnterItAndToNobodyElse() {
        Siren siren = CompanyFixture.anySiren();
        addition.add(administrator, name, form(siren));
        assertThat(lookup.inPortfolio(administrator, name, siren).orElseThrow().legalName())
                .isEqualTo("Ébénisterie Noël & Fils");
        UserAccountId nobody = PersonFixture.colleague(accounts, firm);
        FirmShortName first = name;
        assertThatThrownBy(() -> lookup.inPortfolio(nobody, first, siren))
                .isInstanceOf(NoSuchCompanyException.class);
        aFirm();
        assertThat(lookup.inPortfolio(administrator, name, siren)).isEmpty();
        assertThatThrownBy(() -> lookup.inPortfolio(administrator, first, siren))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    @Test
    void beyondTheDaysBoundNothingIsMadeNorPutOnRecord() {
        ClientCompanyAddition bounded =
                new ClientCompanyAddition(
                        habilitations,
                        provision,
                        companies,
                        additionAudit,
                        new AdditionSettings(1),
                        clock);
        bounded.add(administrator, name, form(CompanyFixture.anySiren()));
        var rows = audit.ofFirm(administrator, name, Long.MAX_VALUE, 100);
        CompanyForm next = form(CompanyFixture.anySiren());
        assertThatThrownBy(() -> bounded.add(administrator, name, next))
                .isInstanceOfSatisfying(
                        TooManyAdditionsException.class,
                        tooMany -> assertThat(tooMany.most()).isOne());
        assertThat(audit.ofFirm(administrator, name, Long.MAX_VALUE, 100)).isEqualTo(rows);
        addition.add(administrator, name, next);
    }

    @Test
    void whereNoDirectoryAnswersThatIsSaid() {
        assertThat(lookup.find(CompanyFixture.anySiren(), null))
                .isEqualTo(new DirectoryFinding(false, List.of()));
        assertThat(lookup.search("ébénisterie")).isEqualTo(new DirectoryFinding(false, List.of()));
    }

    @Test
    void ofManyAtOnceOneTakesItOn() throws Exception {
        Siren siren = CompanyFixture.anySiren();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries =
                    IntStream.range(0, 4)
                            .mapToObj(i ->
                                    threads.submit(
                                            SessionFixture.asked(() -> {
                                                try {
                                                    addition.add(administrator, name, form(siren));
                                                    return 1;
                                                } catch (CompanyKnownException known) {
                                                    return 0;
                                                }
                                            })))
                            .toList();
            int made = 0;
            for (var one : tries) {
                made += one.get();
            }
            assertThat(made).isOne();
        }
    }

    @Test
    void whoLacksTheRightMakesNothing() {
        UserAccountId standard = PersonFixture.colleague(accounts, firm);
        granting.grant(administrator, standard, new Scope.WholeFirm(firm), Profile.STANDARD);
        UserAccountId nobody = PersonFixture.colleague(accounts, firm);
        CompanyForm form = form(CompanyFixture.anySiren());
        assertThatThrownBy(() -> addition.add(standard, name, form))
                .isInstanceOf(RightMissingException.class);
        assertThatThrownBy(() -> addition.add(nobody, name, form))
                .isInstanceOf(NoSuchCompanyException.class);
        assertThat(habilitations.clientCompaniesOf(administrator)).isEmpty();
    }

    /** What goes while the page with the form of a new client is open. */
    enum Loss {
        RIGHT,
        DELEGATION,
        MEMBERSHIP
    }

    @ParameterizedTest
    @EnumSource
    void onAnOpenPageWhoseRightIsGoneTheNextClientIsRefusedAndNothingMade(Loss loss) {
        UserAccountId person = PersonFixture.colleague(accounts, firm);
        Runnable taken = gives(person, loss);
        addition.add(person, name, form(CompanyFixture.anySiren()));
        SessionFixture.proven(proof, administrator, clock);
        taken.run();
        var rows = done();
        SessionFixture.proven(proof, person, clock);
        CompanyForm next = form(CompanyFixture.anySiren());
        assertThatThrownBy(() -> addition.add(person, name, next))
                .isInstanceOfAny(RightMissingException.class, NoSuchCompanyException.class);
        SessionFixture.proven(proof, administrator, clock);
        assertThat(done()).isEqualTo(rows);
        assertThat(habilitations.clientCompaniesOf(administrator)).hasSize(1);
        assertThat(habilitations.clientCompaniesOf(person)).isEmpty();
    }

    /** All but what was refused, which is on record too. */
    private List<AuditEntry> done() {
        return audit.ofFirm(administrator, name, Long.MAX_VALUE, 100).stream()
                .filter(row -> !row.act().startsWith("refused."))
                .toList();
    }

    private Runnable gives(UserAccountId person, Loss loss) {
        Scope all = new Scope.WholeFirm(firm);
        if (loss == Loss.DELEGATION) {
            LocalDate today = LocalDate.now(clock);
            DelegationId lent =
                    delegation.delegate(
                            administrator,
                            person,
                            Loan.of(all, Profile.ADMINISTRATOR, today, today, "congés"));
            return () -> delegation.revoke(administrator, lent);
        }
        HabilitationId given = granting.grant(administrator, person, all, Profile.ADMINISTRATOR);
        return loss == Loss.RIGHT
                ? () -> granting.revoke(administrator, given)
                : () -> members.suspend(administrator, name, person);
    }

    @Test
    void identifiersThatDoNotBelongTogetherAreRefused() {
        Siren siren = CompanyFixture.anySiren();
        Siren another = CompanyFixture.anySiren();
        List<CompanyForm> wrong =
                List.of(
                        form(siren, null, VatNumber.of(another)),
                        form(siren, Siret.parse("35600000000048"), null));
        for (CompanyForm form : wrong) {
            assertThatThrownBy(() -> addition.add(administrator, name, form))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(habilitations.clientCompaniesOf(administrator)).isEmpty();
    }

    private static CompanyForm form(Siren siren) {
        return form(siren, null, VatNumber.of(siren));
    }

    private static CompanyForm form(
            Siren siren,
            @org.jspecify.annotations.Nullable Siret siret,
            @org.jspecify.annotations.Nullable VatNumber vat) {
        return new CompanyForm(
                siren,
                siret,
                vat,
                " Ébénisterie Noël & Fils ",
                new PostalAddress("3 place de l’Église", null, "73000", "Chambéry", "FR"),
                null,
                SizeCategory.MICRO);
    }
}
