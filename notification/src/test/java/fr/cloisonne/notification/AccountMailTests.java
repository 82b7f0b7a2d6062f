package fr.cloisonne.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.db.outbox.Dispatcher;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.account.AccountOpening;
import fr.cloisonne.identity.account.LinkState;
import fr.cloisonne.identity.account.PasswordReset;
import fr.cloisonne.identity.account.WayIn;
import fr.cloisonne.identity.registration.Capacity;
import fr.cloisonne.identity.registration.Registration;
import fr.cloisonne.identity.registration.RegistrationForm;
import fr.cloisonne.tenancy.CompanyFixture;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The mails by which accounts open, as they arrive in a mailbox. */
@PostgresTest
@TestPropertySource(properties = "cloisonne.base-url=https://cloisonne.example")
class AccountMailTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern SECRET = Pattern.compile("\\?t=([A-Za-z0-9_-]+)");

    @Autowired private Registration registration;
    @Autowired private AccountOpening opening;
    @Autowired private PasswordReset reset;
    @Autowired private WayIn wayIn;
    @Autowired private Dispatcher dispatcher;
    @Autowired private MailsAgain again;
    @Autowired private MailServer server;
    @Autowired private SettableClock clock;
    @Autowired private TestDatabase database;

    private EmailAddress email;

    @BeforeEach
    void anEmptyMailbox() {
        email = new EmailAddress("zoe" + NUMBER.incrementAndGet() + "@firme.example");
        dispatcher.dispatch();
        server.start();
    }

    @Test
    void theLinkOfTheMailOpensTheAccountAndAKnownAddressGetsAnother() {
        register();
        assertThat(subjects()).containsExactly("Activez votre compte Cloisonné");
        assertThat(opening.offer(secret()).state()).isEqualTo(LinkState.OPEN);
        opening.use(secret(), "quatre gros hérissons gris");
        register();
        assertThat(subjects().getLast()).isEqualTo("Vous avez déjà un compte Cloisonné");
        wayIn.ask(email, Locale.ENGLISH, "192.0.2.1");
        dispatcher.dispatch();
        assertThat(subjects().getLast()).isEqualTo("Choisissez un nouveau mot de passe");
        assertThat(reset.state(secret())).isEqualTo(LinkState.OPEN);
    }

    @Test
    void whoHasNoAccountIsToldInTheLanguageOfThePage() {
        wayIn.ask(email, Locale.ENGLISH, "192.0.2.2");
        dispatcher.dispatch();
        assertThat(subjects()).containsExactly("No account at this address");
    }

    @Test
    void aMailThatNoServerTookIsTriedAgainForADayWithANewLinkAndKeptNowhere() {
        server.stop();
        registerWithoutDelivery();
        for (int i = 0; i < 12; i++) {
            dispatcher.dispatch();
            clock.advance(Duration.ofMinutes(10));
        }
        assertThat(deadLetters()).isEqualTo(1);
        assertThat(
                        database.superuser()
                                .sql(
                                        "SELECT error FROM platform.dead_letter WHERE consumer = 'mail'")
                                .query(String.class)
                                .single())
                .doesNotContain("zoe", "activate");
        server.start();
        again.tryAgain();
        assertThat(deadLetters()).isZero();
        assertThat(opening.offer(secret()).state()).isEqualTo(LinkState.OPEN);
    }

    private int deadLetters() {
        return database.superuser()
                .sql("SELECT count(*) FROM platform.dead_letter WHERE consumer = 'mail'")
                .query(Integer.class)
                .single();
    }

    private void register() {
        registerWithoutDelivery();
        dispatcher.dispatch();
    }

    private void registerWithoutDelivery() {
        registration.register(
                new RegistrationForm(
                        email,
                        new PersonName("Zoé", "Lefèvre"),
                        CompanyFixture.anySiren(),
                        null,
                        Capacity.LEGAL_REPRESENTATIVE),
                Locale.FRENCH,
                "192.0.2.3");
    }

    private List<String> subjects() {
        return server.received().stream()
                .map(mail -> {
                    try {
                        return mail.getSubject();
                    } catch (jakarta.mail.MessagingException broken) {
                        throw new IllegalStateException(broken);
                    }
                })
                .toList();
    }

    /** The secret of the latest mail. */
    private String secret() {
        String body = MailBody.of(server.received().getLast(), "text/plain");
        Matcher found = SECRET.matcher(body);
        assertThat(found.find()).as(body).isTrue();
        return found.group(1);
    }
}
