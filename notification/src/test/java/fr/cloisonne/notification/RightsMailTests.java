package fr.cloisonne.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.outbox.Dispatcher;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Delegation;
import fr.cloisonne.identity.habilitation.DelegationDays;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Loan;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@PostgresTest
@TestPropertySource(properties = "cloisonne.base-url=https://cloisonne.example")
class RightsMailTests {

    @Autowired private Dispatcher dispatcher;
    @Autowired private MailServer server;
    @Autowired private Granting granting;
    @Autowired private Delegation delegation;
    @Autowired private DelegationDays days;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private Clock clock;

    private FirmId firm;
    private UserAccountId administrator;
    private UserAccountId colleague;

    @BeforeEach
    void aFirmWithAColleague() {
        FirmShortName name = CompanyFixture.openFirm(firms);
        firm = firms.byShortName(name).orElseThrow().id();
        administrator = PersonFixture.colleague(accounts, firm);
        colleague = PersonFixture.colleague(accounts, firm);
        granting.begin(firm, administrator);
        SessionFixture.proven(proof, administrator, clock);
        dispatcher.dispatch();
        server.start();
    }

    @Test
    void whoIsGivenARightAndLosesItIsToldInTheirLanguage() throws Exception {
        accounts.setLanguage(colleague, Locale.ENGLISH);
        var held =
                granting.grant(administrator, colleague, new Scope.WholeFirm(firm), Profile.READER);
        granting.revoke(administrator, held);
        dispatcher.dispatch();
        dispatcher.dispatch();

        List<MimeMessage> mails = toColleague();
        assertThat(mails).hasSize(2);
        assertThat(mails.getFirst().getSubject()).endsWith(": you have been given a right");
        assertThat(mails.getFirst().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(text(mails.getFirst()))
                .contains("Hello Élodie Numéro")
                .contains("profile Read only, all clients of the firm")
                .contains("https://cloisonne.example/");
        assertThat(html(mails.getFirst()))
                .contains("<html lang=\"en\">")
                .contains("href=\"https://cloisonne.example/\"");
        assertThat(mails.getLast().getSubject()).endsWith(": a right has been taken back");
    }

    @Test
    void aDelegationIsToldWithItsDaysAndItsEnd() throws Exception {
        LocalDate today = LocalDate.now(clock);
        var given =
                delegation.delegate(
                        administrator,
                        colleague,
                        Loan.of(
                                new Scope.WholeFirm(firm),
                                Profile.STANDARD,
                                today,
                                today.plusDays(14),
                                "congés"));
        delegation.revoke(administrator, given);
        dispatcher.dispatch();

        List<MimeMessage> mails = toColleague();
        assertThat(mails).hasSize(2);
        assertThat(text(mails.getFirst()))
                .contains("Bonjour Élodie Numéro")
                .contains(
                        "profil Standard, tous les clients du cabinet, du 02/11/2026 au 16/11/2026")
                .doesNotContain("congés");
        assertThat(mails.getLast().getSubject()).endsWith("une délégation a pris fin");
    }

    @Test
    void whoWasAwayGetsALinkToWhatWasDoneAndNothingElse() throws Exception {
        LocalDate today = LocalDate.now(clock);
        var given =
                delegation.delegate(
                        administrator,
                        colleague,
                        Loan.of(
                                new Scope.WholeFirm(firm),
                                Profile.STANDARD,
                                today,
                                today.plusDays(14),
                                "congés"));
        delegation.revoke(administrator, given);
        while (days.endOne()) {
            // The next one.
        }
        dispatcher.dispatch();

        assertThat(to(administrator))
                .singleElement()
                .satisfies(mail ->
                        assertThat(text(mail))
                                .contains("https://cloisonne.example/absence/" + given)
                                .doesNotContain("congés", "Standard"));
    }

    private List<MimeMessage> toColleague() {
        return to(colleague);
    }

    private List<MimeMessage> to(UserAccountId person) {
        return server.receivedBy(accounts.card(person).email());
    }

    private static String text(MimeMessage mail) {
        return MailBody.of(mail, "text/plain");
    }

    private static String html(MimeMessage mail) {
        return MailBody.of(mail, "text/html");
    }
}
