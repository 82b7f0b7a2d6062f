package fr.cloisonne.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.federation.BreakGlassChanged;
import fr.cloisonne.identity.federation.IdentityLinked;
import fr.cloisonne.identity.federation.IdentityUnlinked;
import fr.cloisonne.identity.federation.ProviderAdded;
import fr.cloisonne.identity.federation.ProviderId;
import fr.cloisonne.identity.federation.ProviderRequired;
import fr.cloisonne.identity.federation.ProviderSwitchedOn;
import fr.cloisonne.identity.habilitation.BreakGlassShort;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * What is told of how people sign in: a firm's to all its administrators, an account's to its
 * person.
 */
@PostgresTest
@TestPropertySource(properties = "cloisonne.base-url=https://cloisonne.example")
class SignInMailTests {

    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private Granting granting;
    @Autowired private FreshProof proof;
    @Autowired private Clock clock;
    @Autowired private ProviderAddedMail added;
    @Autowired private ProviderSwitchedOnMail on;
    @Autowired private ProviderRequiredMail required;
    @Autowired private BreakGlassChangedMail glass;
    @Autowired private BreakGlassShortMail few;
    @Autowired private IdentityLinkedMail linked;
    @Autowired private IdentityUnlinkedMail unlinked;
    @Autowired private Letters letters;

    private FirmShortName firm;
    private FirmId firmId;
    private UserAccountId claire;
    private UserAccountId amina;

    @BeforeEach
    void aFirmOfTwoAdministratorsAndAMember() {
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        claire = PersonFixture.colleague(accounts, firmId);
        granting.begin(firmId, claire);
        SessionFixture.proven(proof, claire, clock);
        amina = PersonFixture.colleague(accounts, firmId);
        granting.grant(claire, amina, new Scope.WholeFirm(firmId), Profile.ADMINISTRATOR);
        PersonFixture.colleague(accounts, firmId);
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void aProviderThatIsAddedOrSwitchedOnIsToldToEveryAdministratorEvenWhenItIsGoneByNow() {
        ProviderId gone = new ProviderId(Uuid7.next());
        assertThat(told(added, new ProviderAdded(firmId, gone, claire)))
                .contains("un fournisseur retiré depuis", accounts.card(claire).name().display());
        assertThat(told(on, new ProviderSwitchedOn(firmId, gone, claire)))
                .contains("Vos collègues peuvent désormais se connecter");
    }

    @Test
    void anObligationIsToldAndItsEndToo() {
        assertThat(told(required, new ProviderRequired(firmId, claire, true)))
                .contains("a rendu obligatoire", "/f/" + firm + "/providers");
        assertThat(told(required, new ProviderRequired(firmId, claire, false)))
                .contains("a levé l’obligation");
        assertThat(told(few, new BreakGlassShort(firmId))).contains("Moins de deux");
    }

    @ParameterizedTest
    @EnumSource
    void eachStepWithoutTheProviderIsToldInBothLanguages(BreakGlassChanged.Step step) {
        for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            accounts.setLanguage(claire, language);
            accounts.setLanguage(amina, language);
            assertThat(told(glass, new BreakGlassChanged(firmId, amina, step)))
                    .contains(accounts.card(amina).name().display());
        }
    }

    @Test
    void whatOpensAnAccountIsToldToItsPersonAlone() {
        String issuer = "https://provider.example";
        List<Letter> letters = linked.letters(new IdentityLinked(amina, issuer));
        assertThat(letters)
                .extracting(letter -> letter.to().address())
                .containsExactly(accounts.card(amina).email());
        assertThat(text(letters.getFirst())).contains(issuer, "ouvre désormais votre compte");
        assertThat(text(unlinked.letters(new IdentityUnlinked(amina, issuer)).getFirst()))
                .contains(issuer, "n’ouvre plus votre compte");
    }

    private <E extends Event> String told(MailTemplate<E> template, E event) {
        List<Letter> written = template.letters(event);
        assertThat(written)
                .extracting(letter -> letter.to().address())
                .containsExactlyInAnyOrder(
                        accounts.card(claire).email(), accounts.card(amina).email());
        return text(written.getFirst());
    }

    private String text(Letter letter) {
        return MailText.plain(letters.render(letter));
    }
}
