package fr.cloisonne.identity.habilitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.identity.ParisClock;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.identity.audit.AuditReading;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.habilitation.Substitute.State;
import fr.cloisonne.identity.matrix.Matrix;
import fr.cloisonne.identity.matrix.MatrixFilter;
import fr.cloisonne.identity.matrix.MatrixMark;
import fr.cloisonne.identity.membership.MemberLine;
import fr.cloisonne.identity.membership.MemberList;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@PostgresTest
@Import(ParisClock.class)
@TestPropertySource(properties = "cloisonne.outbox.scheduled=false")
class SubstitutionTests {

    @Autowired private Substitution substitution;
    @Autowired private Substitutes substitutes;
    @Autowired private SubstitutionDays days;
    @Autowired private Administrators administrators;
    @Autowired private Habilitations habilitations;
    @Autowired private Granting granting;
    @Autowired private MassGranting mass;
    @Autowired private HandOver handOver;
    @Autowired private ProfileEditing profiles;
    @Autowired private Profiles sheets;
    @Autowired private AuditReading journal;
    @Autowired private Matrix matrix;
    @Autowired private MemberList members;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private SettableClock clock;

    private FirmShortName firm;
    private FirmId firmId;
    private UserAccountId claire;
    private UserAccountId amina;

    @BeforeEach
    void aFirmWhoseHeadNamesASubstitute() {
        clock.set(Instant.parse("2026-11-02T09:00:00Z"));
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        claire = PersonFixture.colleague(accounts, firmId);
        amina = PersonFixture.colleague(accounts, firmId);
        SessionFixture.proven(proof, claire, clock);
        granting.begin(firmId, claire);
        substitution.name(claire, firm, amina);
        SessionFixture.proven(proof, amina, clock);
    }

    @Test
    void beginsAfterTheNoticeLastsThreeMonthsAndCountsAsNoAdministrator() {
        substitution.accept(amina, firm);
        substitution.claim(amina, firm, "Décès, acte joint au registre");
        clock.advance(Duration.ofHours(71));
        turn();
        assertThat(habilitations.firmRights(amina, firm)).isEmpty();

        clock.advance(Duration.ofHours(2));
        turn();
        assertThat(habilitations.firmRights(amina, firm)).contains(Right.DELEGATE);
        assertThat(administrators.of(firmId)).containsExactly(claire);
        assertThat(substitutes.mine(amina))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.state()).isEqualTo(State.ADMINISTERS);
                    assertThat(one.last()).isEqualTo(LocalDate.parse("2027-02-04"));
                });

        clock.set(Instant.parse("2027-02-04T22:59:00Z"));
        assertThat(habilitations.firmRights(amina, firm)).contains(Right.DELEGATE);
        clock.set(Instant.parse("2027-02-04T23:00:00Z"));
        assertThat(habilitations.firmRights(amina, firm)).isEmpty();
        turn();
        assertThat(substitutes.mine(amina)).isEmpty();
        assertThat(journal.ofFirm(claire, firm, Long.MAX_VALUE, 5))
                .extracting(AuditEntry::act)
                .containsExactly(
                        "substitute.over",
                        "substitute.begun",
                        "substitute.claimed",
                        "substitute.accepted",
                        "substitute.named");
    }

    @Test
    void isProlongedOnce() {
        administers();
        substitution.renew(amina, firm);
        assertThat(substitutes.mine(amina).getFirst().last())
                .isEqualTo(LocalDate.parse("2027-05-04"));
        assertRefused(Reason.CHANGED_MEANWHILE, () -> substitution.renew(amina, firm));
        clock.set(Instant.parse("2027-05-04T21:59:00Z"));
        assertThat(habilitations.firmRights(amina, firm)).contains(Right.DELEGATE);
        clock.set(Instant.parse("2027-05-04T22:00:00Z"));
        assertThat(habilitations.firmRights(amina, firm)).isEmpty();
    }

    @Test
    void isShownWithItsEndAndNoLongerWhenThatHasPassed() {
        administers();
        assertThat(shown())
                .singleElement()
                .satisfies(mark -> {
                    assertThat(mark.profile()).isEqualTo(Profile.ADMINISTRATOR);
                    assertThat(mark.until()).isEqualTo(LocalDate.parse("2027-02-04"));
                });
        assertThat(rightsCounted()).isEqualTo(1);
        // Nobody has tidied up yet.
        clock.set(Instant.parse("2027-02-04T23:00:00Z"));
        assertThat(shown()).isEmpty();
        assertThat(rightsCounted()).isZero();
        MatrixFilter holding = new MatrixFilter("", "", null, Profile.ADMINISTRATOR);
        assertThat(matrix.countPeople(claire, firm, holding)).isEqualTo(1);
    }

    @Test
    void doesNotHandTheMainRoleOn() {
        UserAccountId nadia = PersonFixture.colleague(accounts, firmId);
        administers();
        SessionFixture.proven(proof, amina, clock);
        assertRefused(
                Reason.BEYOND_OWN_RIGHTS, () -> granting.handOverMainRole(amina, nadia, firmId));
    }

    @Test
    void givesThemselvesNothingThatLastsLonger() {
        administers();
        Scope whole = new Scope.WholeFirm(firmId);
        Profile own = profiles.make(amina, firm, "Accès durable", Set.of(Right.DELEGATE));
        assertRefused(Reason.BEYOND_OWN_RIGHTS, () -> granting.grant(amina, amina, whole, own));
        GrantWish wish = new GrantWish(Set.of(amina), Set.of(whole), Set.of(own));
        List<GrantLine> lines = mass.giving(amina, firm, wish);
        assertThat(lines)
                .singleElement()
                .satisfies(line ->
                        assertThat(line.verdict()).isEqualTo(GrantLine.Verdict.BEYOND_OWN_RIGHTS));
        List<GrantLine> forced =
                lines.stream().map(line -> line.judged(GrantLine.Verdict.TO_DO)).toList();
        assertRefused(Reason.BEYOND_OWN_RIGHTS, () -> mass.give(amina, firm, forced));

        UserAccountId nadia = PersonFixture.colleague(accounts, firmId);
        granting.grant(amina, nadia, whole, own);
        Set<GrantLine> hers = Set.copyOf(handOver.heldBy(amina, firm, nadia));
        assertRefused(
                Reason.BEYOND_OWN_RIGHTS, () -> handOver.transfer(amina, firm, nadia, amina, hers));
    }

    @Test
    void widensNothingThatTheyKeepAfterwards() {
        SessionFixture.proven(proof, claire, clock);
        Profile reading = profiles.make(claire, firm, "Lecture", Set.of(Right.SEE_COMPANIES));
        granting.grant(claire, amina, new Scope.WholeFirm(firmId), reading);
        SessionFixture.proven(proof, amina, clock);
        administers();
        ProfileSheet seen =
                sheets.of(firmId).stream()
                        .filter(one -> one.profile().equals(reading))
                        .findFirst()
                        .orElseThrow();
        assertRefused(
                Reason.BEYOND_OWN_RIGHTS,
                () -> profiles.change(amina, firm, seen, "Lecture", Set.of(Right.DELEGATE)));
    }

    private List<MatrixMark> shown() {
        return matrix.rows(claire, firm, MatrixFilter.ALL, List.of(amina), 0, 1)
                .getFirst()
                .of(amina);
    }

    private int rightsCounted() {
        MemberLine one =
                members.of(claire, firm, "", 0, 10).stream()
                        .filter(line -> line.person().id().equals(amina))
                        .findFirst()
                        .orElseThrow();
        assertThat(one.administrator()).isFalse();
        return one.rights();
    }

    @Test
    void needsAnAcceptanceBeforehandAReasonAndNoRefusal() {
        assertRefused(Reason.CHANGED_MEANWHILE, () -> substitution.claim(amina, firm, "Décès"));
        substitution.accept(amina, firm);
        assertRefused(Reason.REASON_MISSING, () -> substitution.claim(amina, firm, " "));
        substitution.claim(amina, firm, "Décès");
        substitution.end(claire, firm);
        clock.advance(Duration.ofDays(4));
        turn();
        assertThat(habilitations.firmRights(amina, firm)).isEmpty();
    }

    @Test
    void leansOnNobodysAccountAndIsTakenBackAtOnce() {
        administers();
        substitution.end(claire, firm);
        assertThat(habilitations.firmRights(amina, firm)).isEmpty();
    }

    @Test
    void isNamedByAPermanentAdministratorAlone() {
        UserAccountId karim = PersonFixture.colleague(accounts, firmId);
        assertThatThrownBy(() -> substitution.name(amina, firm, karim))
                .isInstanceOf(NoSuchCompanyException.class);
        administers();
        assertThatThrownBy(() -> substitution.name(amina, firm, karim))
                .isInstanceOf(RightMissingException.class);
        assertThatThrownBy(() -> substitution.claim(karim, firm, "Décès"))
                .isInstanceOf(NoSuchCompanyException.class);
        assertThatThrownBy(() -> substitution.end(karim, firm))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    private void administers() {
        substitution.accept(amina, firm);
        substitution.claim(amina, firm, "Décès");
        clock.advance(Duration.ofHours(73));
        turn();
        SessionFixture.proven(proof, amina, clock);
    }

    private void turn() {
        while (days.beginOne()) {
            // The next one.
        }
        while (days.endOne()) {
            // The next one.
        }
    }

    private static void assertRefused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DelegationRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
