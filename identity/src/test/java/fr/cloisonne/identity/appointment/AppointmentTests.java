package fr.cloisonne.identity.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.ParisClock;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.appointment.Appointment.Kind;
import fr.cloisonne.identity.appointment.Appointment.State;
import fr.cloisonne.identity.appointment.AppointmentRefusedException.Reason;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.identity.audit.AuditReading;
import fr.cloisonne.identity.habilitation.Administrators;
import fr.cloisonne.identity.habilitation.Delegation;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Loan;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.habilitation.StandingIn;
import fr.cloisonne.identity.habilitation.Substitutes;
import fr.cloisonne.identity.habilitation.Substitution;
import fr.cloisonne.identity.registration.NotAnOperatorException;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedRuntimeException;
import org.springframework.test.context.TestPropertySource;

@PostgresTest
@Import(ParisClock.class)
@TestPropertySource(properties = "cloisonne.outbox.scheduled=false")
class AppointmentTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final byte[] PROOF = "%PDF-1.7 acte de décès".getBytes(StandardCharsets.UTF_8);

    @Autowired private Appointments appointments;
    @Autowired private AppointmentNotice notice;
    @Autowired private AppointmentDays days;
    @Autowired private Administrators administrators;
    @Autowired private Substitution substitution;
    @Autowired private Substitutes substitutes;
    @Autowired private Habilitations habilitations;
    @Autowired private Granting granting;
    @Autowired private Delegation delegation;
    @Autowired private StandingIn standingIn;
    @Autowired private Operators operators;
    @Autowired private AuditReading journal;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private TestDatabase database;
    @Autowired private SettableClock clock;

    private FirmCard firm;
    private UserAccountId gone;
    private UserAccountId heir;
    private UserAccountId first;
    private UserAccountId second;

    @BeforeEach
    void aFirmWhoseOnlyAdministratorIsGone() {
        clock.set(Instant.parse("2026-11-02T09:00:00Z"));
        firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow();
        gone = PersonFixture.colleague(accounts, firm.id());
        heir = PersonFixture.colleague(accounts, firm.id());
        granting.begin(firm.id(), gone);
        first = operator();
        second = operator();
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void twoOperatorsAppointAndItTakesEffectByItselfAfterTheNotice() {
        AppointmentId id = propose(Kind.LASTING);
        assertThat(notice.of(heir)).isEmpty();
        confirm(second, id);
        assertThat(notice.of(heir))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.state()).isEqualTo(State.NOTICE);
                    assertThat(one.effective()).isEqualTo(Instant.parse("2026-11-05T09:00:00Z"));
                });
        clock.advance(Duration.ofDays(3).minusSeconds(1));
        turn();
        assertThat(administrators.of(firm.id())).containsExactly(gone);

        clock.advance(Duration.ofSeconds(1));
        turn();
        assertThat(administrators.of(firm.id())).containsExactlyInAnyOrder(gone, heir);
        assertThat(habilitations.firmRights(heir, name())).contains(Right.DELEGATE);
        assertThat(notice.of(heir)).isEmpty();
        assertThat(journal.ofFirm(heir, name(), Long.MAX_VALUE, 4))
                .extracting(AuditEntry::act)
                .containsExactly(
                        "appointment.taken",
                        "habilitation.granted",
                        "appointment.notice",
                        "appointment.proposed");
    }

    /** The server ends at the last line that the effect writes: the journal's. */
    @Test
    void whatIsCutOffInItsEffectLeavesNothingHalfDoneAndGoesOnWithTheNextTurn() {
        AppointmentId id = propose(Kind.LASTING);
        confirm(second, id);
        clock.advance(Duration.ofDays(3));
        cutOffAt("appointment.taken");
        try {
            assertThatThrownBy(this::turn).isInstanceOf(NestedRuntimeException.class);
        } finally {
            database.superuser().sql("DROP FUNCTION platform.cut_off() CASCADE").update();
        }
        assertThat(read(id).state()).isEqualTo(State.NOTICE);
        assertThat(administrators.of(firm.id())).containsExactly(gone);
        assertThat(habilitations.firmRights(heir, name())).isEmpty();

        turn();
        assertThat(read(id).state()).isEqualTo(State.TAKEN);
        assertThat(administrators.of(firm.id())).containsExactlyInAnyOrder(gone, heir);
        assertThat(journal.ofFirm(heir, name(), Long.MAX_VALUE, 4))
                .extracting(AuditEntry::act)
                .containsExactly(
                        "appointment.taken",
                        "habilitation.granted",
                        "appointment.notice",
                        "appointment.proposed");
    }

    private void cutOffAt(String act) {
        database.superuser()
                .sql(
                        """
                        CREATE FUNCTION platform.cut_off() RETURNS trigger
                        LANGUAGE plpgsql SECURITY DEFINER AS $$
                        BEGIN
                          PERFORM pg_terminate_backend(pg_backend_pid());
                          RETURN NEW;
                        END $$
                        """)
                .update();
        database.superuser()
                .sql(
                        "CREATE TRIGGER cut_off BEFORE INSERT ON platform.audit FOR EACH ROW WHEN (NEW.act = '%s') EXECUTE FUNCTION platform.cut_off()"
                                .formatted(act))
                .update();
    }

    @Test
    void theProofIsKeptSealedWithItsHashOnRecord() throws Exception {
        byte[] scan = Arrays.copyOf(PROOF, 1_300_000);
        SessionFixture.proven(proof, first, clock);
        AppointmentId id =
                appointments.propose(first, wish(Kind.LASTING, heir), "C:\\acte.pdf", scan);
        Appointment read = read(id);
        assertThat(read.proof().name()).isEqualTo("acte.pdf");
        assertThat(read.proof().hash()).isEqualTo(AppointmentProofs.hash(scan));
        assertThat(journal.ofFirm(gone, name(), Long.MAX_VALUE, 1).getFirst().details())
                .containsEntry("proof", read.proof().hash());
        SessionFixture.proven(proof, second, clock);
        var out = new ByteArrayOutputStream();
        assertThat(appointments.writeProof(second, id, out)).isEqualTo(scan.length);
        assertThat(out.toByteArray()).isEqualTo(scan);
        assertThat(
                        database.superuser()
                                .sql(
                                        "SELECT count(*) FROM platform.appointment_proof WHERE position('%PDF'::bytea IN piece) > 0")
                                .query(Integer.class)
                                .single())
                .isZero();
        assertRefused(
                Reason.NO_PROOF,
                () ->
                        appointments.propose(
                                second,
                                wish(Kind.LASTING, heir),
                                "acte.pdf",
                                "<html>".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anybodyOfTheFirmObjectsAndItIsOver() {
        AppointmentId id = propose(Kind.LASTING);
        UserAccountId colleague = PersonFixture.colleague(accounts, firm.id());
        assertRefused(
                Reason.CHANGED_MEANWHILE,
                () -> notice.object(colleague, name(), id, "Elle est en congé"));
        confirm(second, id);
        FirmShortName elsewhere = CompanyFixture.openFirm(firms);
        UserAccountId stranger =
                PersonFixture.colleague(accounts, firms.byShortName(elsewhere).orElseThrow().id());
        assertThatThrownBy(() -> notice.object(stranger, name(), id, "Non"))
                .isInstanceOf(NoSuchCompanyException.class);
        assertThatThrownBy(() -> notice.object(stranger, elsewhere, id, "Non"))
                .isInstanceOf(NoSuchCompanyException.class);
        assertRefused(Reason.NO_REASON, () -> notice.object(colleague, name(), id, "  "));
        notice.object(colleague, name(), id, "Elle est en congé");
        clock.advance(Duration.ofDays(4));
        turn();
        assertThat(administrators.of(firm.id())).containsExactly(gone);
        assertThat(read(id).state()).isEqualTo(State.OBJECTED);
        assertThat(read(id).why()).isEqualTo("Elle est en congé");
        // Another one can be proposed then.
        propose(Kind.LASTING);
    }

    @Test
    void anOperatorWithdrawsUntilItTakesEffect() {
        AppointmentId id = propose(Kind.LASTING);
        confirm(second, id);
        appointments.withdraw(first, id, "Preuve retirée");
        clock.advance(Duration.ofDays(4));
        turn();
        assertThat(administrators.of(firm.id())).containsExactly(gone);
        assertRefused(Reason.CHANGED_MEANWHILE, () -> appointments.withdraw(second, id, "Encore"));
        assertRefused(Reason.CHANGED_MEANWHILE, () -> confirm(operator(), id));
    }

    /** Nor when somebody of the firm has lent them the very right to appoint. */
    @Test
    void whatOperatorsDoIsOnNobodysBehalf() {
        lendsEverything(first);
        lendsEverything(second);
        assertThat(standingIn.giver(first, new Scope.WholeFirm(firm.id()), Right.DELEGATE))
                .contains(gone);
        AppointmentId id = propose(Kind.LASTING);
        assertOnNobodysBehalf("appointment.proposed", first);
        confirm(second, id);
        assertOnNobodysBehalf("appointment.notice", second);
        appointments.withdraw(first, id, "Preuve retirée");
        assertOnNobodysBehalf("appointment.withdrawn", first);
    }

    private void lendsEverything(UserAccountId operator) {
        accounts.join(operator, firm.id());
        SessionFixture.proven(proof, gone, clock);
        LocalDate today = LocalDate.now(clock);
        delegation.delegate(
                gone,
                operator,
                Loan.of(
                        new Scope.WholeFirm(firm.id()),
                        Profile.ADMINISTRATOR,
                        today,
                        today,
                        "congés"));
    }

    private void assertOnNobodysBehalf(String act, UserAccountId operator) {
        AuditEntry row = latestRow();
        assertThat(row.act()).isEqualTo(act);
        assertThat(row.actor()).extracting(PersonCard::id).isEqualTo(operator);
        assertThat(row.onBehalfOf()).isNull();
    }

    private AuditEntry latestRow() {
        return journal.ofFirm(gone, name(), Long.MAX_VALUE, 1).getFirst();
    }

    @Test
    void theSecondOperatorIsAnotherAndNobodyAppointsThemselves() {
        AppointmentId id = propose(Kind.LASTING);
        assertRefused(Reason.SAME_OPERATOR, () -> confirm(first, id));
        accounts.join(first, firm.id());
        accounts.join(second, firm.id());
        SessionFixture.proven(proof, first, clock);
        assertRefused(
                Reason.ONESELF,
                () -> appointments.propose(first, wish(Kind.LASTING, first), "acte.pdf", PROOF));
        appointments.withdraw(first, id, "Autre personne");
        AppointmentId other =
                appointments.propose(first, wish(Kind.LASTING, second), "acte.pdf", PROOF);
        assertRefused(Reason.ONESELF, () -> confirm(second, other));
        assertThatThrownBy(() -> confirm(heir, other)).isInstanceOf(NotAnOperatorException.class);
        SessionFixture.begun();
        assertThatThrownBy(() -> appointments.confirm(operatorWithoutProof(), other))
                .isInstanceOf(ProofNeededException.class);
    }

    @Test
    void ofTwoConfirmationsAtOnceOneCounts() throws Exception {
        AppointmentId id = propose(Kind.LASTING);
        UserAccountId third = operator();
        var together = new CyclicBarrier(2);
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> tries =
                    people.invokeAll(
                            List.of(
                                    confirming(second, id, together),
                                    confirming(third, id, together)));
            assertThat(List.of(tries.get(0).get(), tries.get(1).get()))
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(read(id).confirmedBy()).isNotNull();
    }

    private Callable<Boolean> confirming(
            UserAccountId operator, AppointmentId id, CyclicBarrier together) {
        return () -> {
            SessionFixture.proven(proof, operator, clock);
            together.await();
            try {
                appointments.confirm(operator, id);
                return true;
            } catch (AppointmentRefusedException refused) {
                assertThat(refused.reason()).isEqualTo(Reason.CHANGED_MEANWHILE);
                return false;
            } finally {
                SessionFixture.none();
            }
        };
    }

    @Test
    void isForFirmsWithoutAnybodyElseToAppointAndForTheirOwnPeople() {
        FirmShortName elsewhere = CompanyFixture.openFirm(firms);
        UserAccountId stranger =
                PersonFixture.colleague(accounts, firms.byShortName(elsewhere).orElseThrow().id());
        SessionFixture.proven(proof, first, clock);
        assertRefused(
                Reason.NOT_OF_THE_FIRM,
                () -> appointments.propose(first, wish(Kind.LASTING, stranger), "acte.pdf", PROOF));
        assertRefused(
                Reason.NO_FIRM,
                () ->
                        appointments.propose(
                                first,
                                new AppointmentWish(
                                        "cabinet-de-personne", email(heir), Kind.LASTING, "Décès"),
                                "acte.pdf",
                                PROOF));
        assertRefused(
                Reason.ALREADY_THERE,
                () -> appointments.propose(first, wish(Kind.LASTING, gone), "acte.pdf", PROOF));
        AppointmentId id = propose(Kind.LASTING);
        assertRefused(
                Reason.UNDER_WAY,
                () -> appointments.propose(first, wish(Kind.LASTING, heir), "acte.pdf", PROOF));
        confirm(second, id);
        UserAccountId colleague = PersonFixture.colleague(accounts, firm.id());
        SessionFixture.proven(proof, gone, clock);
        granting.grant(gone, colleague, new Scope.WholeFirm(firm.id()), Profile.ADMINISTRATOR);
        clock.advance(Duration.ofDays(4));
        turn();
        assertThat(administrators.of(firm.id())).containsExactlyInAnyOrder(gone, colleague);
        assertThat(read(id).state()).isEqualTo(State.LAPSED);
    }

    @Test
    void whoAsksToBelongToTheFirmCanBeAppointedAndBelongsToItThen() {
        FirmShortName elsewhere = CompanyFixture.openFirm(firms);
        UserAccountId successor =
                PersonFixture.colleague(accounts, firms.byShortName(elsewhere).orElseThrow().id());
        database.superuser()
                .sql(
                        "INSERT INTO platform.attachment (id, firm_id, user_id, capacity, asked_at) VALUES (gen_random_uuid(), ?, ?, 'EMPOWERED', now())")
                .params(firm.id().value(), successor.value())
                .update();
        SessionFixture.proven(proof, first, clock);
        AppointmentId id =
                appointments.propose(first, wish(Kind.LASTING, successor), "acte.pdf", PROOF);
        confirm(second, id);
        assertThat(habilitations.membershipsOf(successor)).doesNotContain(firm);
        clock.advance(Duration.ofDays(3));
        turn();
        assertThat(administrators.of(firm.id())).containsExactlyInAnyOrder(gone, successor);
        assertThat(habilitations.membershipsOf(successor)).contains(firm);
    }

    @Test
    void aProvisionalAdministratorStaysThreeMonthsRenewsOnceAndCountsAsNone() {
        SessionFixture.proven(proof, gone, clock);
        UserAccountId named = PersonFixture.colleague(accounts, firm.id());
        substitution.name(gone, name(), named);
        AppointmentId id = propose(Kind.PROVISIONAL);
        confirm(second, id);
        clock.advance(Duration.ofDays(3));
        turn();
        assertThat(read(id).state()).isEqualTo(State.TAKEN);
        assertThat(substitutes.mine(named)).isEmpty();
        assertThat(habilitations.firmRights(heir, name())).contains(Right.DELEGATE);
        assertThat(administrators.of(firm.id())).containsExactly(gone);
        assertThat(substitutes.mine(heir).getFirst().last())
                .isEqualTo(LocalDate.parse("2027-02-04"));
        SessionFixture.proven(proof, heir, clock);
        substitution.renew(heir, name());
        assertThat(substitutes.mine(heir).getFirst().last())
                .isEqualTo(LocalDate.parse("2027-05-04"));

        // From provisional to lasting, by two operators again.
        AppointmentId lasting = propose(Kind.LASTING);
        confirm(second, lasting);
        clock.advance(Duration.ofDays(3));
        turn();
        assertThat(administrators.of(firm.id())).containsExactlyInAnyOrder(gone, heir);
        assertThat(substitutes.mine(heir)).isEmpty();
        clock.set(Instant.parse("2027-06-01T09:00:00Z"));
        assertThat(habilitations.firmRights(heir, name())).contains(Right.DELEGATE);
    }

    private AppointmentId propose(Kind kind) {
        SessionFixture.proven(proof, first, clock);
        return appointments.propose(first, wish(kind, heir), "acte.pdf", PROOF);
    }

    private void confirm(UserAccountId operator, AppointmentId id) {
        SessionFixture.proven(proof, operator, clock);
        appointments.confirm(operator, id);
    }

    private AppointmentWish wish(Kind kind, UserAccountId person) {
        return new AppointmentWish(name().value(), email(person), kind, "Décès");
    }

    private EmailAddress email(UserAccountId person) {
        return new EmailAddress(accounts.card(person).email());
    }

    private FirmShortName name() {
        return firm.shortName();
    }

    private Appointment read(AppointmentId id) {
        return appointments.latest(first).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void turn() {
        while (days.takeOne()) {
            // The next one.
        }
    }

    private UserAccountId operatorWithoutProof() {
        UserAccountId operator = operator();
        SessionFixture.begun();
        return operator;
    }

    private UserAccountId operator() {
        EmailAddress email =
                new EmailAddress("operateur" + NUMBER.incrementAndGet() + "@service.example");
        operators.join(
                operators.invite(email),
                email,
                new PersonName("Odile", "Opératrice"),
                Locale.FRENCH,
                "quatre gros hérissons gris");
        UserAccountId operator = accounts.byKey(email.key()).orElseThrow();
        database.superuser()
                .sql(
                        "INSERT INTO platform.authenticator (user_id, secret, last_step, added_at) VALUES (?, '', 0, now())")
                .param(operator.value())
                .update();
        return operator;
    }

    private static void assertRefused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        AppointmentRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
