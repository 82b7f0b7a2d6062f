package fr.cloisonne.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.outbox.Dispatcher;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.membership.JoinRequestId;
import fr.cloisonne.identity.membership.JoinRequests;
import fr.cloisonne.identity.membership.Newcomer;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@PostgresTest
@TestPropertySource(properties = "cloisonne.base-url=https://cloisonne.example")
class JoinMailTests {

    @Autowired private Dispatcher dispatcher;
    @Autowired private MailServer server;
    @Autowired private JoinRequests requests;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;

    private FirmCard firm;
    private UserAccountId administrator;

    @BeforeEach
    void aFirmWithAnAdministrator() {
        firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow();
        administrator = PersonFixture.colleague(accounts, firm.id());
        granting.begin(firm.id(), administrator);
        dispatcher.dispatch();
        server.start();
    }

    @ParameterizedTest
    @CsvSource({"fr,n’est pas acceptée", "en,is not accepted"})
    void whoIsRefusedReadsWhyInTheirLanguage(String language, String words) {
        String mailbox = ask(Locale.of(language));
        requests.refuse(administrator, firm.shortName(), only(), "Pas de contrat <chez nous>");
        dispatcher.dispatch();

        assertThat(server.receivedBy(mailbox))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.getSubject()).contains(firm.legalName(), words);
                    assertThat(MailBody.of(mail, "text/plain"))
                            .contains("Nina Roux", firm.legalName(), "Pas de contrat <chez nous>");
                    assertThat(MailBody.of(mail, "text/html"))
                            .contains("Pas de contrat &lt;chez nous&gt;");
                });
    }

    @Test
    void whoIsAcceptedGetsTheInvitationAlone() throws Exception {
        String mailbox = ask(Locale.FRENCH);
        requests.accept(administrator, firm.shortName(), only());
        dispatcher.dispatch();

        assertThat(server.receivedBy(mailbox))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getSubject()).doesNotContain("acceptée"));
    }

    private String ask(Locale language) {
        String mailbox = "nina@" + firm.shortName() + ".example";
        requests.ask(
                new Newcomer(
                        firm,
                        "https://issuer.example",
                        "sub-" + firm.shortName(),
                        mailbox,
                        new PersonName("Nina", "Roux")),
                language);
        return mailbox;
    }

    private JoinRequestId only() {
        return requests.waiting(administrator, firm.shortName()).getFirst().id();
    }
}
