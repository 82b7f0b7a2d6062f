package fr.cloisonne.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.ParisClock;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What is taken away in time, and what stays. */
@PostgresTest
@Import(ParisClock.class)
class AccountTidyingTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired private AccountTidying tidying;
    @Autowired private Activations activations;
    @Autowired private AccountOpening opening;
    @Autowired private WayIn wayIn;
    @Autowired private TestDatabase database;
    @Autowired private Firms firms;
    @Autowired private SettableClock clock;

    private EmailAddress email;
    private ActivationId asked;

    @BeforeEach
    void somebodyWhoAsked() {
        email = new EmailAddress("loin" + NUMBER.incrementAndGet() + "@firme.example");
        asked =
                activations.open(
                        "REGISTRATION", email, new PersonName("Zoé", "Loin"), Locale.FRENCH);
        activations.mintLink(asked);
        wayIn.ask(email, Locale.FRENCH, "192.0.2." + NUMBER.get());
    }

    @Test
    void whatIsOverForNinetyDaysGoesAndNothingBefore() {
        clock.advance(Duration.ofDays(90));
        tidying.tidy();
        assertThat(left("mail_link", "about_id", asked.value())).isOne();
        assertThat(left("activation", "id", asked.value())).isOne();
        clock.advance(Duration.ofDays(2));
        tidying.tidy();
        assertThat(left("mail_link", "about_id", asked.value())).isZero();
        assertThat(left("activation", "id", asked.value())).isZero();
        assertThat(left("way_in", "email_key", email.key())).isZero();
    }

    @Test
    void aRegistrationThatLedNowhereGoesWithIt() {
        registered(null);
        clock.advance(Duration.ofDays(92));
        tidying.tidy();
        assertThat(left("registration", "activation_id", asked.value())).isZero();
        assertThat(left("activation", "id", asked.value())).isZero();
    }

    @Test
    void oneThatIsStillToBeSettledStays() {
        Activations.Message.Link link =
                (Activations.Message.Link) activations.mintLink(asked).orElseThrow();
        UUID person = opening.use(link.secret(), "quatre gros hérissons gris").value();
        registered(person);
        clock.advance(Duration.ofDays(92));
        tidying.tidy();
        assertThat(left("registration", "activation_id", asked.value())).isOne();
        assertThat(left("activation", "id", asked.value())).isOne();
    }

    @Test
    void whomADirectoryToldOfStaysWithoutTheRequestAndAnOldWishToJoinGoes() {
        FirmId firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        UUID told = UUID.randomUUID();
        database.superuser()
                .sql(
                        """
                        INSERT INTO platform.provisioned_person
                          (id, firm_id, user_name, user_name_key, email, email_key, given_name,
                           family_name, active, created_at, changed_at, activation_id)
                        VALUES (?, ?, 'zoe', 'zoe', 'z', 'z', 'Zoé', 'Loin', true, now(), now(), ?)
                        """)
                .params(told, firm.value(), asked.value())
                .update();
        database.superuser()
                .sql(
                        """
                        INSERT INTO platform.join_request
                          (id, firm_id, issuer, sub, email, email_key, given_name, family_name,
                           language, asked_at)
                        VALUES (gen_random_uuid(), ?, 'i', 's', 'z', 'z', 'Zoé', 'Loin', 'fr', ?)
                        """)
                .params(firm.value(), Timestamp.from(clock.instant()))
                .update();
        clock.advance(Duration.ofDays(92));
        tidying.tidy();
        assertThat(left("activation", "id", asked.value())).isZero();
        assertThat(left("provisioned_person", "id", told)).isOne();
        assertThat(left("join_request", "firm_id", firm.value())).isZero();
    }

    @Test
    void howeverManyThereAre() {
        database.superuser()
                .sql(
                        """
                        INSERT INTO platform.way_in (id, email, email_key, language, asked_at)
                        SELECT gen_random_uuid(), 'many', 'many', 'fr', ? FROM generate_series(1, 2500)
                        """)
                .param(Timestamp.from(clock.instant().minus(Duration.ofDays(91))))
                .update();
        tidying.tidy();
        assertThat(left("way_in", "email_key", "many")).isZero();
        assertThat(left("way_in", "email_key", email.key())).isOne();
    }

    private void registered(@org.jspecify.annotations.Nullable UUID person) {
        database.superuser()
                .sql(
                        """
                        INSERT INTO platform.registration
                          (activation_id, siren, legal_name, checked, capacity, terms, user_id)
                        VALUES (?, '900000019', 'Boulangerie', true, 'LEGAL', '1', CAST(? AS uuid))
                        """)
                .param(asked.value())
                .param(person)
                .update();
    }

    private long left(String table, String column, Object value) {
        return database.superuser()
                .sql("SELECT count(*) FROM platform.%s WHERE %s = ?".formatted(table, column))
                .param(value)
                .query(Long.class)
                .single();
    }
}
