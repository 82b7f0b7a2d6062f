package fr.cloisonne.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.outbox.Dispatcher;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.HandOver;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.ReviewReminders;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.habilitation.Substitution;
import fr.cloisonne.identity.habilitation.SubstitutionDays;
import fr.cloisonne.identity.provisioning.ProvisioningConnections;
import fr.cloisonne.identity.provisioning.ProvisioningEnds;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.technical.ConnectionEnds;
import fr.cloisonne.identity.technical.ConnectionScope;
import fr.cloisonne.identity.technical.NewConnection;
import fr.cloisonne.identity.technical.TechnicalConnections;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What those who look after a firm are told: hand-overs, substitutes, reviews, ends to come. */
@PostgresTest
@TestPropertySource(properties = "cloisonne.base-url=https://cloisonne.example")
class FirmMailTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    @Autowired private Dispatcher dispatcher;
    @Autowired private MailServer server;
    @Autowired private Granting granting;
    @Autowired private HandOver handOver;
    @Autowired private Substitution substitution;
    @Autowired private SubstitutionDays days;
    @Autowired private ReviewReminders reviews;
    @Autowired private TechnicalConnections connections;
    @Autowired private ConnectionEnds ends;
    @Autowired private ProvisioningConnections directories;
    @Autowired private ProvisioningEnds directoryEnds;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private SettableClock clock;

    private FirmShortName firm;
    private FirmId firmId;
    private UserAccountId administrator;
    private UserAccountId colleague;
    private UserAccountId other;

    @BeforeEach
    void aFirmWithTwoColleagues() {
        clock.set(NOW);
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        administrator = PersonFixture.colleague(accounts, firmId);
        colleague = PersonFixture.colleague(accounts, firmId);
        other = PersonFixture.colleague(accounts, firmId);
        granting.begin(firmId, administrator);
        proves(administrator);
        dispatcher.dispatch();
        server.start();
    }

    @AfterEach
    void asItWas() {
        clock.set(NOW);
        SessionFixture.none();
    }

    @Test
    void whoReceivesHabilitationsForGoodIsToldAndNobodyElse() {
        granting.grant(administrator, colleague, new Scope.WholeFirm(firmId), Profile.STANDARD);
        dispatcher.dispatch();
        server.start();
        handOver.transfer(
                administrator,
                firm,
                colleague,
                other,
                Set.copyOf(handOver.heldBy(administrator, firm, colleague)));
        dispatcher.dispatch();

        assertThat(to(other))
                .anySatisfy(mail -> {
                    assertThat(subject(mail)).isEqualTo("Des habilitations vous sont transmises");
                    assertThat(text(mail)).contains("transmis pour de bon");
                });
        assertThat(to(administrator)).isEmpty();
    }

    @Test
    void aProvisionalAdministrationIsToldAtEachStep() {
        accounts.setLanguage(administrator, Locale.ENGLISH);
        substitution.name(administrator, firm, colleague);
        dispatcher.dispatch();
        assertThat(to(colleague))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(subject(mail)).endsWith("vous êtes nommé suppléant");
                    assertThat(text(mail)).contains("https://cloisonne.example/absence");
                });
        assertThat(to(administrator)).isEmpty();

        proves(colleague);
        substitution.accept(colleague, firm);
        substitution.claim(colleague, firm, "Décès, acte au registre");
        dispatcher.dispatch();
        assertThat(to(administrator))
                .last()
                .satisfies(mail ->
                        assertThat(text(mail))
                                .contains("Numéro", "https://cloisonne.example/f/" + firm)
                                .doesNotContain("Décès"));

        clock.advance(Duration.ofHours(73));
        while (days.beginOne()) {
            // The next one.
        }
        dispatcher.dispatch();
        assertThat(to(colleague))
                .last()
                .satisfies(mail -> assertThat(text(mail)).contains("trois mois"));
        assertThat(to(other)).isEmpty();
    }

    @Test
    void aReviewThatIsDueIsToldToAdministratorsWithItsPage() {
        clock.advance(Duration.ofDays(300));
        while (reviews.remindOne()) {
            // The next one.
        }
        dispatcher.dispatch();
        assertThat(to(administrator))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(subject(mail)).endsWith("la revue des accès est à faire");
                    assertThat(text(mail))
                            .contains("https://cloisonne.example/f/" + firm + "/review");
                });
        assertThat(to(colleague)).isEmpty();
    }

    @Test
    void aConnectionAboutToStandStillIsToldWithItsLastDay() {
        connections.create(
                administrator,
                firm,
                new NewConnection("Caisse", Set.of(ConnectionScope.FLOWS_READ), null, null, null));
        clock.advance(Duration.ofDays(360));
        ends.remind();
        dispatcher.dispatch();
        assertThat(to(administrator))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(subject(mail)).contains("Caisse", "s’arrête bientôt");
                    assertThat(text(mail))
                            .contains("02/11/2027")
                            .contains("https://cloisonne.example/f/" + firm + "/connections");
                });
        assertThat(to(colleague)).isEmpty();
    }

    @Test
    void theTokenOfADirectoryIsToldThirtySevenAndOneDaysAheadUntilItIsRenewed() {
        var made = directories.create(administrator, firm, "Entra ID");
        for (int day : List.of(334, 336, 357, 359, 364)) {
            clock.set(NOW.plus(Duration.ofDays(day)).plusSeconds(60));
            directoryEnds.remind();
            directoryEnds.remind();
        }
        dispatcher.dispatch();
        List<MimeMessage> mails = to(administrator);
        assertThat(mails).hasSize(3);
        assertThat(subject(mails.getLast())).contains("Entra ID");
        assertThat(text(mails.getLast()))
                .contains("02/11/2027")
                .contains("https://cloisonne.example/f/" + firm + "/provisioning");
        assertThat(to(colleague)).isEmpty();

        proves(administrator);
        directories.rotate(administrator, firm, made.connection(), Duration.ofDays(1));
        clock.advance(Duration.ofHours(12));
        directoryEnds.remind();
        dispatcher.dispatch();
        assertThat(to(administrator)).hasSize(3);
        assertThat(directoryEnds.news(made.connection()))
                .hasValueSatisfying(news -> assertThat(news.lastDay().getYear()).isEqualTo(2028));
        proves(administrator);
        directories.revoke(administrator, firm, made.connection());
        assertThat(directoryEnds.news(made.connection())).isEmpty();
    }

    private void proves(UserAccountId person) {
        SessionFixture.proven(proof, person, clock);
    }

    private List<MimeMessage> to(UserAccountId person) {
        return server.receivedBy(accounts.card(person).email());
    }

    private static String text(MimeMessage mail) {
        return MailBody.of(mail, "text/plain");
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
