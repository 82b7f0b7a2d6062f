package fr.cloisonne.identity.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.account.AccountOpening;
import fr.cloisonne.identity.account.ActivationId;
import fr.cloisonne.identity.account.Activations;
import fr.cloisonne.identity.account.AskedTooOftenException;
import fr.cloisonne.identity.account.LinkRefusedException;
import fr.cloisonne.identity.account.LinkState;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.directory.CompanyDirectory;
import fr.cloisonne.tenancy.directory.DirectoryAnswer;
import fr.cloisonne.tenancy.value.DirectoryEntry;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.ShortNameTakenException;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Firms that people register, where an operator opens them. */
@PostgresTest
class FirmBirthTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD = "quatre gros hérissons gris";
    private static final Siren CLOSED = new Siren("732829320");

    @Autowired private Registration registration;
    @Autowired private FirmNaming naming;
    @Autowired private FreshProof proof;
    @Autowired private Clock clock;
    @Autowired private FirmBirth birth;
    @Autowired private FurtherFirms further;
    @Autowired private FirmOpening opening;
    @Autowired private Attachments attachments;
    @Autowired private Operators operators;
    @Autowired private Activations activations;
    @Autowired private AccountOpening accountOpening;
    @Autowired private Habilitations habilitations;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private TestDatabase database;

    @TestConfiguration(proxyBeanMethods = false)
    static class Room {

        /** Knows every company that the fixtures make up, and one that has closed. */
        @Bean
        @Primary
        CompanyDirectory directory() {
            return new CompanyDirectory() {
                @Override
                public DirectoryAnswer find(Siren siren) {
                    if (siren.equals(CLOSED)) {
                        return found(siren, "Fermée", false);
                    }
                    return siren.value().startsWith("9000")
                            ? found(siren, "Cabinet Ünique & Fils", true)
                            : new DirectoryAnswer.Unknown();
                }

                @Override
                public DirectoryAnswer find(Siret siret) {
                    return find(siret.siren());
                }

                @Override
                public Optional<List<DirectoryEntry>> search(String words) {
                    return Optional.empty();
                }
            };
        }

        private static DirectoryAnswer found(Siren siren, String name, boolean active) {
            return new DirectoryAnswer.Found(
                    new DirectoryEntry(siren, null, name, active, null, null));
        }
    }

    @Test
    void aFirmGivesNoRightBeforeAnOperatorOpensIt() {
        UserAccountId person = registered(CompanyFixture.anySiren());
        assertThat(birth.wishOf(person))
                .containsInstanceOf(FirmWish.ToName.class)
                .hasValueSatisfying(wish ->
                        assertThat(((FirmWish.ToName) wish).suggestion())
                                .isEqualTo("cabinet-unique-fils"));
        FirmShortName name = name();
        assertThat(birth.name(person, name)).isEmpty();
        assertThat(birth.wishOf(person)).containsInstanceOf(FirmWish.Waiting.class);
        assertThat(firms.byShortName(name)).isEmpty();
        assertThat(habilitations.firmsOf(person)).isEmpty();

        UserAccountId operator = operator();
        FirmId firm = waiting(operator, name);
        SessionFixture.begun();
        assertThatThrownBy(() -> opening.approve(operator, firm, "Kbis"))
                .isInstanceOf(ProofNeededException.class);
        SessionFixture.proven(proof, operator, clock);
        assertThatThrownBy(() -> opening.approve(operator, firm, " "))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> opening.approve(person, firm, "I say so"))
                .isInstanceOf(NotAnOperatorException.class);
        opening.approve(operator, firm, "Kbis of 12/11/2026");
        assertThat(habilitations.firmRights(person, name)).contains(Right.DELEGATE);
        assertThat(birth.wishOf(person)).isEmpty();
        assertThat(habilitations.firmsOf(operator)).isEmpty();
        assertThatThrownBy(() -> opening.approve(operator, firm, "twice"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRefusalIsToldAndTheNameStaysTaken() {
        UserAccountId person = registered(CompanyFixture.anySiren());
        FirmShortName name = name();
        birth.name(person, name);
        UserAccountId operator = operator();
        opening.refuse(operator, waiting(operator, name), "No proof came");
        assertThat(birth.wishOf(person))
                .contains(new FirmWish.Refused("Cabinet Ünique & Fils", "No proof came"));
        UserAccountId other = registered(CompanyFixture.anySiren());
        assertThatThrownBy(() -> birth.name(other, name))
                .isInstanceOf(ShortNameTakenException.class);
    }

    @Test
    void theSirenOfAnOpenFirmMakesARequestThatGivesNothingByItself() {
        Siren siren = CompanyFixture.anySiren();
        FirmShortName name = name();
        FirmId firm = firms.open(name, siren, "Cabinet");
        UserAccountId administrator = PersonFixture.colleague(accounts, firm);
        granting.begin(firm, administrator);

        UserAccountId person = registered(siren);
        assertThat(birth.wishOf(person)).containsInstanceOf(FirmWish.Asked.class);
        assertThat(habilitations.firmsOf(person)).isEmpty();
        assertThatThrownBy(() -> attachments.waiting(person, name))
                .isInstanceOf(NoSuchCompanyException.class);
        AttachmentLine line = attachments.waiting(administrator, name).getFirst();
        assertThat(line.person().id()).isEqualTo(person);

        FirmShortName elsewhere = CompanyFixture.openFirm(firms);
        FirmId other = firms.byShortName(elsewhere).orElseThrow().id();
        UserAccountId stranger = PersonFixture.colleague(accounts, other);
        granting.begin(other, stranger);
        assertThatThrownBy(() -> attachments.answer(stranger, elsewhere, line.id(), true, ""))
                .isInstanceOf(NoSuchCompanyException.class);

        attachments.answer(administrator, name, line.id(), true, "Bienvenue");
        assertThat(accounts.colleaguesOf(firm)).extracting(one -> one.id()).contains(person);
        assertThat(habilitations.firmsOf(person)).isEmpty();
        assertThatThrownBy(() -> attachments.answer(administrator, name, line.id(), false, "no"))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    @Test
    void ofTwoWhoRegisterOneFirmTheSecondAsksTheFirst() {
        Siren siren = CompanyFixture.anySiren();
        UserAccountId first = registered(siren);
        UserAccountId second = registered(siren);
        FirmShortName name = name();
        FirmShortName late = name();
        birth.name(first, name);
        birth.name(second, late);
        UserAccountId operator = operator();
        FirmId lateFirm = waiting(operator, late);
        opening.approve(operator, waiting(operator, name), "Kbis");
        opening.approve(operator, lateFirm, "Kbis");
        assertThat(firms.byShortName(late)).isEmpty();
        assertThat(attachments.waiting(first, name))
                .extracting(one -> one.person().id())
                .containsExactly(second);
    }

    @Test
    void aCompanyThatIsUnknownOrClosedIsRefused() {
        assertThatThrownBy(() -> register(mailbox(), CLOSED))
                .isInstanceOfSatisfying(
                        CompanyRefusedException.class,
                        refused -> assertThat(refused.closed()).isTrue());
        assertThatThrownBy(() -> register(mailbox(), new Siren("404833048")))
                .isInstanceOfSatisfying(
                        CompanyRefusedException.class,
                        refused -> assertThat(refused.closed()).isFalse());
    }

    @Test
    void aKnownAddressIsAskedLikeAnUnknownOneAndItsMailboxAloneIsTold() {
        EmailAddress email = mailbox();
        Siren siren = CompanyFixture.anySiren();
        UserAccountId person = registered(email, siren);
        register(email, siren);
        assertThat(activations.mintLink(latest(email)))
                .containsInstanceOf(Activations.Message.AlreadyKnown.class);
        assertThat(accounts.card(person).email()).isEqualTo(email.typed());
    }

    @Test
    void whatWasTypedWithAKnownAddressWaitsForItsOwnerAlone() {
        EmailAddress email = mailbox();
        UserAccountId person = registered(email, CompanyFixture.anySiren());
        Siren another = CompanyFixture.anySiren();
        register(email, another);
        ActivationId asked = latest(email);
        assertThat(further.typed(person, asked))
                .hasValueSatisfying(
                        typed -> assertThat(typed.number()).startsWith(another.value()));
        UserAccountId stranger = registered(CompanyFixture.anySiren());
        assertThat(further.typed(stranger, asked)).isEmpty();
        assertThat(further.typed(person, new ActivationId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void whoHasAnAccountAsksToBelongToOneMoreFirm() {
        Siren siren = CompanyFixture.anySiren();
        FirmShortName name = name();
        FirmId firm = firms.open(name, siren, "Cabinet");
        UserAccountId administrator = PersonFixture.colleague(accounts, firm);
        granting.begin(firm, administrator);
        FirmId first = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        UserAccountId person = PersonFixture.colleague(accounts, first);

        SessionFixture.begun(person, clock, null);
        assertThatThrownBy(() -> asks(person, siren)).isInstanceOf(ProofNeededException.class);
        SessionFixture.proven(proof, person, clock);
        assertThat(asks(person, siren)).isEqualTo(FirmAnswer.ASKED);
        assertThat(asks(person, siren)).isEqualTo(FirmAnswer.WAITS);
        AttachmentId request = attachments.waiting(administrator, name).getFirst().id();
        attachments.answer(administrator, name, request, false, "Qui êtes-vous ?");
        assertThat(asks(person, siren)).as("again, after a refusal").isEqualTo(FirmAnswer.ASKED);
        AttachmentId again = attachments.waiting(administrator, name).getFirst().id();
        attachments.answer(administrator, name, again, true, "");
        assertThat(asks(person, siren)).isEqualTo(FirmAnswer.BELONGS);
        assertThatThrownBy(() -> asks(person, CLOSED)).isInstanceOf(CompanyRefusedException.class);
    }

    @Test
    void whoHasAnAccountOpensAnotherFirmAndTriesAgainAfterARefusal() {
        UserAccountId person = registered(CompanyFixture.anySiren());
        FirmShortName refused = name();
        birth.name(person, refused);
        UserAccountId operator = operator();
        opening.refuse(operator, waiting(operator, refused), "No proof came");

        SessionFixture.proven(proof, person, clock);
        Siren left = CompanyFixture.anySiren();
        assertThat(asks(person, left)).isEqualTo(FirmAnswer.TO_NAME);
        Siren taken = CompanyFixture.anySiren();
        assertThat(asks(person, taken)).isEqualTo(FirmAnswer.TO_NAME);
        FirmShortName name = name();
        birth.name(person, name);
        assertThat(birth.wishOf(person)).containsInstanceOf(FirmWish.Waiting.class);
        SessionFixture.proven(proof, operator, clock);
        opening.approve(operator, waiting(operator, name), "Kbis");
        assertThat(habilitations.firmRights(person, name)).contains(Right.DELEGATE);
        assertThat(birth.wishOf(person)).as("what was begun before is over").isEmpty();
    }

    private FirmAnswer asks(UserAccountId person, Siren siren) {
        return further.ask(person, siren, null, Capacity.EMPOWERED, "203.0.113.9");
    }

    @Test
    void oneAddressIsWrittenToThreeTimesAnHour() {
        EmailAddress email = mailbox();
        for (int i = 0; i < 5; i++) {
            register(email, CompanyFixture.anySiren());
        }
        assertThat(
                        database.superuser()
                                .sql("SELECT count(*) FROM platform.activation WHERE email_key = ?")
                                .param(email.key())
                                .query(Integer.class)
                                .single())
                .isEqualTo(3);
    }

    @Test
    void anOperatorComesByOneLinkForOneAddress() {
        EmailAddress email = mailbox();
        String secret = operators.invite(email);
        assertThat(operators.offer(secret).email()).contains(email.typed());
        UserAccountId other = registered(CompanyFixture.anySiren());
        assertThatThrownBy(() -> operators.join(secret, other, mailbox()))
                .isInstanceOf(LinkRefusedException.class);
        operators.join(secret, mailbox(), new PersonName("Op", "Érateur"), Locale.FRENCH, PASSWORD);
        assertThat(operators.offer(secret).state()).isEqualTo(LinkState.USED);
        assertThat(operators.contains(other)).isFalse();
        UserAccountId operator = accounts.byKey(email.key()).orElseThrow();
        assertThat(operators.contains(operator)).isTrue();
        assertThat(operators.mayAct(operator)).as("without a second factor").isFalse();
        assertThatThrownBy(() -> opening.waiting(operator))
                .isInstanceOf(NotAnOperatorException.class);
    }

    @Test
    void onePlaceRegistersNobodyWithoutEnd() {
        String place = "203.0.113.7";
        for (int i = 0; i < 20; i++) {
            register(mailbox(), CompanyFixture.anySiren(), place);
        }
        EmailAddress late = mailbox();
        assertThatThrownBy(() -> register(late, CompanyFixture.anySiren(), place))
                .isInstanceOf(AskedTooOftenException.class);
        assertThat(asked(late)).isEmpty();
        register(late, CompanyFixture.anySiren(), "203.0.113.8");
        assertThat(asked(late)).hasSize(1);
    }

    @Test
    void aFormerNameLeadsItsPeopleForAYearAndIsNobodyElsesEver() {
        FirmShortName name = name();
        FirmShortName next = name();
        FirmId firm = firms.open(name, CompanyFixture.anySiren(), "Cabinet");
        UserAccountId administrator = PersonFixture.colleague(accounts, firm);
        granting.begin(firm, administrator);
        UserAccountId stranger = registered(CompanyFixture.anySiren());

        SessionFixture.begun();
        assertThatThrownBy(() -> naming.rename(administrator, name, next))
                .isInstanceOf(ProofNeededException.class);
        SessionFixture.proven(proof, administrator, clock);
        naming.rename(administrator, name, next);
        assertThat(firms.byShortName(next)).isPresent();
        assertThat(firms.byShortName(name)).isEmpty();
        assertThat(naming.now(administrator, name)).contains(next);
        assertThat(naming.now(stranger, name)).isEmpty();
        assertThatThrownBy(() -> birth.name(stranger, name))
                .isInstanceOf(ShortNameTakenException.class);
        database.superuser()
                .sql(
                        "UPDATE platform.firm_former_name SET left_at = left_at - interval '366 days' WHERE short_name = ?")
                .param(name.value())
                .update();
        assertThat(naming.now(administrator, name)).isEmpty();
    }

    @AfterEach
    void nobodyIsHere() {
        SessionFixture.none();
    }

    /** With a second factor, and just proven. */
    private UserAccountId operator() {
        EmailAddress email = mailbox();
        operators.join(
                operators.invite(email), email, new PersonName("Op", "X"), Locale.FRENCH, PASSWORD);
        UserAccountId operator = accounts.byKey(email.key()).orElseThrow();
        database.superuser()
                .sql(
                        "INSERT INTO platform.authenticator (user_id, secret, last_step, added_at) VALUES (?, '', 0, now())")
                .param(operator.value())
                .update();
        SessionFixture.proven(proof, operator, clock);
        return operator;
    }

    private FirmId waiting(UserAccountId operator, FirmShortName name) {
        return opening.waiting(operator).stream()
                .filter(one -> one.shortName().equals(name.value()))
                .map(FirmRequestLine::firm)
                .findFirst()
                .orElseThrow();
    }

    private UserAccountId registered(Siren siren) {
        return registered(mailbox(), siren);
    }

    private UserAccountId registered(EmailAddress email, Siren siren) {
        register(email, siren);
        return activations
                .mintLink(latest(email))
                .map(message -> ((Activations.Message.Link) message).secret())
                .map(secret -> accountOpening.use(secret, PASSWORD))
                .orElseThrow();
    }

    private void register(EmailAddress email, Siren siren) {
        register(email, siren, "192.0.2." + NUMBER.incrementAndGet());
    }

    private void register(EmailAddress email, Siren siren, String origin) {
        registration.register(
                new RegistrationForm(
                        email, new PersonName("Zoé", "Lefèvre"), siren, null, Capacity.EMPOWERED),
                Locale.FRENCH,
                origin);
    }

    private ActivationId latest(EmailAddress email) {
        return new ActivationId(asked(email).getLast());
    }

    private List<UUID> asked(EmailAddress email) {
        return database.superuser()
                .sql("SELECT id FROM platform.activation WHERE email_key = ? ORDER BY id")
                .param(email.key())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private static EmailAddress mailbox() {
        return new EmailAddress("registered" + NUMBER.incrementAndGet() + "@firme.example");
    }

    private static FirmShortName name() {
        return new FirmShortName("birth-" + NUMBER.incrementAndGet());
    }
}
