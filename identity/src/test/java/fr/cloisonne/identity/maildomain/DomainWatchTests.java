package fr.cloisonne.identity.maildomain;

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
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.maildomain.PublishedRecords.Answer;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What becomes of a domain whose zone publishes the proof no longer. */
@PostgresTest
@Import({ParisClock.class, DomainWatchTests.Zones.class})
class DomainWatchTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    /** Zones that say what a test wants; all others publish what they should. */
    static class Zones {

        private static final Map<String, Answer> ANSWERS = new ConcurrentHashMap<>();
        private static final Map<String, Integer> ASKED = new ConcurrentHashMap<>();

        @Bean
        @Primary
        PublishedRecords zones() {
            return (record, text) -> {
                ASKED.merge(record, 1, Integer::sum);
                return ANSWERS.getOrDefault(record, Answer.PUBLISHED);
            };
        }
    }

    @Autowired private MailDomains domains;
    @Autowired private DomainWatch watch;
    @Autowired private DomainNews news;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private AuditReading audit;
    @Autowired private FreshProof proof;
    @Autowired private SettableClock clock;

    private final MailDomain name = new MailDomain("d" + UUID.randomUUID() + ".example");
    private FirmShortName firm;
    private FirmId firmId;
    private UserAccountId administrator;
    private MailDomainId id;

    @BeforeEach
    void aProvenDomain() {
        clock.set(NOW);
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        administrator = PersonFixture.colleague(accounts, firmId);
        granting.begin(firmId, administrator);
        proves();
        id = domains.claim(administrator, firm, name.name());
        domains.prove(administrator, firm, id);
    }

    @AfterEach
    void leaves() {
        Zones.ANSWERS.clear();
        SessionFixture.none();
    }

    @Test
    void aZoneIsLookedAtOnceADay() {
        looks();
        assertThat(asked()).isEqualTo(1);
        days(2);
        looks();
        clock.advance(Duration.ofHours(23));
        looks();
        assertThat(asked()).isEqualTo(3);
        assertThat(acts()).containsExactly("domain.claimed", "domain.proven.dns");
    }

    @Test
    void aProofThatIsGoneIsToldAndAfterTheGraceTheDomainBringsNobodyInAnyMore() {
        says(Answer.ABSENT);
        days(1);
        assertThat(domains.provenBy(name)).contains(firmId);
        assertThat(news.missing(id))
                .hasValueSatisfying(told -> {
                    assertThat(told.lastDay()).isEqualTo(LocalDate.of(2026, 11, 17));
                    assertThat(told.administrators())
                            .extracting(card -> card.id())
                            .containsExactly(administrator);
                });
        days(13);
        assertThat(domains.provenBy(name)).contains(firmId);
        days(1);
        assertThat(domains.provenBy(name)).isEmpty();
        assertThat(news.missing(id)).isEmpty();
        assertThat(news.lapsed(id)).isPresent();
        proves();
        assertThat(sheet().proof()).isNull();
        assertThat(sheet().lapsedAt()).isEqualTo(clock.instant());
        assertThat(acts()).endsWith("domain.proven.dns", "domain.missing", "domain.lapsed");
        // It is looked at no more, and is proven anew as any other.
        int before = asked();
        days(2);
        assertThat(asked()).isEqualTo(before);
        says(Answer.PUBLISHED);
        proves();
        domains.prove(administrator, firm, id);
        assertThat(domains.provenBy(name)).contains(firmId);
        assertThat(news.lapsed(id)).isEmpty();
        assertThat(sheet().lapsedAt()).isNull();
    }

    @Test
    void aProofThatComesBackCountsAsIfItHadNeverBeenGone() {
        says(Answer.ABSENT);
        days(10);
        says(Answer.PUBLISHED);
        days(1);
        assertThat(news.missing(id)).isEmpty();
        says(Answer.ABSENT);
        days(10);
        assertThat(domains.provenBy(name)).contains(firmId);
        assertThat(acts()).endsWith("domain.missing", "domain.seen", "domain.missing");
    }

    @Test
    void anAdministratorShowsAtOnceThatItIsBack() {
        proves();
        assertThatThrownBy(() -> domains.prove(administrator, firm, id))
                .isInstanceOf(DomainRefusedException.class);
        says(Answer.ABSENT);
        days(1);
        proves();
        assertThat(sheet().until()).isEqualTo(clock.instant().plus(Duration.ofDays(14)));
        assertThatThrownBy(() -> domains.prove(administrator, firm, id))
                .isInstanceOf(DomainRefusedException.class);
        says(Answer.PUBLISHED);
        domains.prove(administrator, firm, id);
        assertThat(sheet().until()).isNull();
        assertThat(acts()).endsWith("domain.missing", "domain.seen");
    }

    @Test
    void aZoneThatIsSilentTakesNothingAway() {
        says(Answer.AWAY);
        days(40);
        assertThat(domains.provenBy(name)).contains(firmId);
        assertThat(acts()).containsExactly("domain.claimed", "domain.proven.dns");
    }

    @Test
    void aZoneThatFallsSilentOnceTheProofIsGoneDoesNotKeepTheDomain() {
        says(Answer.ABSENT);
        days(1);
        says(Answer.AWAY);
        days(13);
        assertThat(domains.provenBy(name)).contains(firmId);
        days(1);
        assertThat(domains.provenBy(name)).isEmpty();
    }

    /** Lets days pass on which all that is due is looked at. */
    private void days(int count) {
        for (int day = 0; day < count; day++) {
            clock.advance(Duration.ofHours(24));
            looks();
        }
    }

    private void looks() {
        while (watch.lookAtOne()) {
            // The next one.
        }
    }

    private int asked() {
        return Zones.ASKED.getOrDefault("_cloisonne." + name, 0);
    }

    private void says(Answer answer) {
        Zones.ANSWERS.put("_cloisonne." + name, answer);
    }

    private void proves() {
        SessionFixture.proven(proof, administrator, clock);
    }

    private MailDomainSheet sheet() {
        return domains.of(administrator, firm).getFirst();
    }

    private List<String> acts() {
        return audit.ofFirm(administrator, firm, Long.MAX_VALUE, 100).stream()
                .map(AuditEntry::act)
                .filter(act -> act.startsWith("domain."))
                .toList()
                .reversed();
    }
}
