package fr.cloisonne.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.db.outbox.Dispatcher;
import fr.cloisonne.identity.ParisClock;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.registration.NotAnOperatorException;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The service's chain as the person of an account reads it, and as operators do. */
@PostgresTest
@Import(ParisClock.class)
@TestPropertySource(properties = "cloisonne.outbox.scheduled=false")
class OwnActivityTests {

    @Autowired private OwnActivity activity;
    @Autowired private ServiceJournal journal;
    @Autowired private AuditTrail trail;
    @Autowired private ChainReading chains;
    @Autowired private Dispatcher dispatcher;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private TestDatabase database;
    @Autowired private SettableClock clock;

    private FirmId firm;
    private UserAccountId person;
    private UserAccountId other;

    @BeforeEach
    void twoPeople() {
        clock.advance(Duration.ofDays(2));
        firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        person = PersonFixture.colleague(accounts, firm);
        other = PersonFixture.colleague(accounts, firm);
        for (UserAccountId one : List.of(person, other)) {
            trail.recordOfAccount(one, "signin.ok", Map.of("way", "password"), Map.of());
            trail.recordInServiceNow(
                    null,
                    "signin.refused",
                    Map.of("reason", "bad-credentials", "account", one.toString()));
        }
        clock.advance(Duration.ofDays(1));
        trail.recordOfAccount(
                person, "factor.added", Map.of("factor", "TOTP"), Map.of("factor", "TOTP"));
    }

    @Test
    void aPersonReadsTheirOwnTheNewestFirstAndNobodyElses() {
        assertThat(acts(person, null, null, 50))
                .containsExactly("factor.added", "signin.refused", "signin.ok");
        assertThat(acts(other, null, null, 50)).containsExactly("signin.refused", "signin.ok");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        assertThat(acts(person, null, null, 1)).isEqualTo(acts(person, null, null, 50));
        assertThat(acts(person, null, null, 2)).isEqualTo(acts(person, null, null, 50));
    }

    @Test
    void itIsNarrowedByPeriod() {
        Instant now = clock.instant();
        assertThat(acts(person, now, null, 50)).containsExactly("factor.added");
        assertThat(acts(person, null, now, 50)).containsExactly("signin.refused", "signin.ok");
    }

    @Test
    void whatIsDoneWithAnAccountStandsByReferenceInTheChainsOfItsFirms() {
        dispatcher.dispatch();
        List<Row> told = chains.ofFirm(firm, Long.MAX_VALUE, 10);
        assertThat(told).extracting(Row::act).contains("factor.added", "signin.ok");
        assertThat(told)
                .filteredOn(row -> row.act().equals("factor.added"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.actor()).isEqualTo(person);
                    assertThat(row.parsed()).containsOnlyKeys("factor", "service");
                });
    }

    @Test
    void theServicesJournalIsForOperatorsAlone() {
        assertThatThrownBy(() -> journal.page(person, AuditQuery.ALL, null, 10))
                .isInstanceOf(NotAnOperatorException.class);
        assertThatThrownBy(() -> journal.verify(person)).isInstanceOf(NotAnOperatorException.class);
        assertThatThrownBy(() -> journal.verified(person, new JournalVerdict(1, 1, null, null)))
                .isInstanceOf(NotAnOperatorException.class);
    }

    @Test
    void operatorsReadSearchAndVerifyIt() {
        UserAccountId operator = operator();
        Instant today = clock.instant();
        AuditQuery since = new AuditQuery(null, null, null, today, null, List.of());
        assertThat(journal.page(operator, since, null, 50))
                .extracting(AuditEntry::act)
                .contains("factor.added")
                .doesNotContain("signin.ok");
        AuditQuery about =
                new AuditQuery(
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(new SoughtWord(accounts.card(other).email(), Set.of())));
        assertThat(journal.page(operator, about, null, 50))
                .extracting(AuditEntry::act)
                .containsExactly("signin.refused", "signin.ok");
        JournalVerdict verdict = journal.verify(operator);
        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.rows()).isPositive();
        journal.verified(operator, verdict);
        assertThat(journal.page(operator, AuditQuery.ALL, null, 1))
                .extracting(AuditEntry::act)
                .containsExactly("audit.verified");
    }

    private UserAccountId operator() {
        UserAccountId operator = PersonFixture.colleague(accounts, firm);
        database.superuser()
                .sql("INSERT INTO platform.operator (user_id, since) VALUES (?, now())")
                .param(operator.value())
                .update();
        database.superuser()
                .sql(
                        "INSERT INTO platform.authenticator (user_id, secret, last_step, added_at) VALUES (?, '', 0, now())")
                .param(operator.value())
                .update();
        return operator;
    }

    private List<String> acts(
            UserAccountId whose, @Nullable Instant from, @Nullable Instant until, int page) {
        List<String> acts = new ArrayList<>();
        AuditEntry last = null;
        List<AuditEntry> read;
        do {
            read = activity.page(whose, from, until, last, page);
            read.forEach(entry -> acts.add(entry.act()));
            last = read.isEmpty() ? last : read.getLast();
        } while (read.size() == page);
        return acts;
    }
}
