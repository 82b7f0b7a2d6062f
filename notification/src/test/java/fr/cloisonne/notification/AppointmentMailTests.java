package fr.cloisonne.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.db.outbox.Dispatcher;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.appointment.Appointment.Kind;
import fr.cloisonne.identity.appointment.AppointmentId;
import fr.cloisonne.identity.appointment.AppointmentNotice;
import fr.cloisonne.identity.appointment.AppointmentWish;
import fr.cloisonne.identity.appointment.Appointments;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@PostgresTest
@TestPropertySource(properties = "cloisonne.base-url=https://cloisonne.example")
class AppointmentMailTests {

    @Autowired private Dispatcher dispatcher;
    @Autowired private MailServer server;
    @Autowired private Appointments appointments;
    @Autowired private AppointmentNotice notice;
    @Autowired private Granting granting;
    @Autowired private Operators operators;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private TestDatabase database;
    @Autowired private Clock clock;

    @Test
    void aSecondOperatorIsAskedAndThenEverybodyOfTheFirmIsTold() throws Exception {
        FirmCard firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow();
        UserAccountId gone = PersonFixture.colleague(accounts, firm.id());
        UserAccountId heir = PersonFixture.colleague(accounts, firm.id());
        UserAccountId colleague = PersonFixture.colleague(accounts, firm.id());
        accounts.setLanguage(colleague, Locale.ENGLISH);
        granting.begin(firm.id(), gone);
        UserAccountId first = operator("un");
        UserAccountId second = operator("deux");
        dispatcher.dispatch();
        server.start();

        SessionFixture.proven(proof, first, clock);
        AppointmentId id =
                appointments.propose(
                        first,
                        new AppointmentWish(
                                firm.shortName().value(),
                                new EmailAddress(accounts.card(heir).email()),
                                Kind.LASTING,
                                "Décès de la dirigeante"),
                        "acte.pdf",
                        "%PDF-1.7 acte".getBytes(StandardCharsets.UTF_8));
        dispatcher.dispatch();
        assertThat(server.received()).hasSize(1);
        assertThat(text(second)).contains("Un second opérateur doit examiner la preuve");

        server.start();
        SessionFixture.proven(proof, second, clock);
        appointments.confirm(second, id);
        dispatcher.dispatch();
        for (UserAccountId reader : List.of(gone, heir, first, second)) {
            assertThat(text(reader))
                    .contains(accounts.card(heir).name().display())
                    .contains("Cela prend effet le 05/11/2026")
                    .doesNotContain("Décès");
        }
        assertThat(text(colleague)).contains("Until then anybody of the firm can object");

        server.start();
        notice.object(colleague, firm.shortName(), id, "She is on holiday");
        dispatcher.dispatch();
        assertThat(text(gone)).contains("elle est arrêtée").doesNotContain("holiday");
    }

    private UserAccountId operator(String mailbox) {
        EmailAddress email = new EmailAddress(mailbox + "@service.example");
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

    private String text(UserAccountId person) {
        List<MimeMessage> mails = server.receivedBy(accounts.card(person).email());
        assertThat(mails).hasSize(1);
        return MailBody.of(mails.getFirst(), "text/plain");
    }
}
