package fr.cloisonne.identity.habilitation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class HeldRightsTests {

    @Autowired private HeldRights rights;
    @Autowired private Delegation delegation;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private FreshProof proof;
    @Autowired private TestDatabase database;
    @Autowired private Clock clock;

    private FirmCard firm;
    private TenantId company;
    private UserAccountId administrator;
    private UserAccountId colleague;

    @BeforeEach
    void aFirmWithACompany() {
        FirmId id = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        firm = firms.cards(List.of(id)).getFirst();
        company = provision.provision(CompanyFixture.companyOf(id));
        administrator = PersonFixture.colleague(accounts, id);
        colleague = PersonFixture.colleague(accounts, id);
        SessionFixture.proven(proof, administrator, clock);
        granting.begin(id, administrator);
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void saysWhereByWhichProfileFromWhomAndUntilWhen() {
        LocalDate last = LocalDate.now(clock).plusDays(3);
        Scope one = new Scope.OneCompany(firm.id(), company);
        granting.grant(administrator, colleague, new Scope.WholeFirm(firm.id()), Profile.READER);
        DelegationId lent =
                delegation.delegate(
                        administrator,
                        colleague,
                        Loan.of(one, Profile.STANDARD, LocalDate.now(clock), last, ""));
        List<HeldRight> held = Objects.requireNonNull(rights.of(colleague).get(firm));
        assertThat(held).hasSize(2);
        assertThat(held.getFirst())
                .returns(Profile.READER, right -> right.part().profile())
                .returns(null, right -> right.part().placeName())
                .returns(null, HeldRight::giver)
                .returns(null, HeldRight::until);
        assertThat(held.getLast())
                .returns(one, right -> right.part().scope())
                .returns(accounts.card(administrator).name(), HeldRight::giver)
                .returns(true, HeldRight::lent)
                .returns(last, HeldRight::until)
                .satisfies(right -> assertThat(right.rights()).contains(Right.DEPOSIT));
        delegation.revoke(administrator, lent);
        assertThat(rights.of(colleague).get(firm)).hasSize(1);
        assertThat(rights.of(administrator).get(firm))
                .singleElement()
                .returns(EnumSet.allOf(Right.class), HeldRight::rights);
    }

    @Test
    void aFirmThatGivesNothingStandsThereEmptyAndOneOfOthersNotAtAll() {
        assertThat(rights.of(colleague)).containsOnlyKeys(firm);
        assertThat(rights.of(colleague).get(firm)).isEmpty();
        database.superuser()
                .sql("UPDATE platform.firm_member SET suspended_at = now() WHERE user_id = ?")
                .param(colleague.value())
                .update();
        assertThat(rights.of(colleague)).isEmpty();
    }
}
