package fr.cloisonne.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.signin.Factor;
import fr.cloisonne.identity.signin.RecoveryCodeUsed;
import fr.cloisonne.identity.signin.RecoveryCodesRenewed;
import fr.cloisonne.identity.signin.SecondFactorAdded;
import fr.cloisonne.identity.signin.SecondFactorRemoved;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@PostgresTest
@TestPropertySource(properties = "cloisonne.base-url=https://cloisonne.example")
class FactorMailTests {

    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private SecondFactorAddedMail added;
    @Autowired private SecondFactorRemovedMail removed;
    @Autowired private Letters letters;
    @Autowired private RecoveryCodesRenewedMail renewed;
    @Autowired private RecoveryCodeUsedMail used;

    private UserAccountId person;

    @BeforeEach
    void somebody() {
        var firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        person = PersonFixture.colleague(accounts, firm);
    }

    @Test
    void whatChangesAnAccountIsToldToItsPerson() {
        assertThat(written(renewed, new RecoveryCodesRenewed(person)))
                .contains("Dix nouveaux codes de secours", "https://cloisonne.example/account");
        assertThat(written(used, new RecoveryCodeUsed(person)))
                .contains("Un code de secours vient d’ouvrir votre compte");
    }

    @Test
    void eachFactorHasItsNameInBothLanguages() {
        for (Factor factor : new Factor[] {Factor.TOTP, Factor.PASSKEY}) {
            accounts.setLanguage(person, Locale.FRENCH);
            assertThat(written(added, new SecondFactorAdded(person, factor)))
                    .contains("a été ajoutée");
            assertThat(written(removed, new SecondFactorRemoved(person, factor)))
                    .contains("a été retirée");
            accounts.setLanguage(person, Locale.ENGLISH);
            assertThat(written(added, new SecondFactorAdded(person, factor)))
                    .contains("has been added");
        }
    }

    private <E extends fr.cloisonne.db.outbox.Event> String written(
            MailTemplate<E> template, E event) {
        return MailText.plain(letters.render(template.letters(event).getFirst()));
    }
}
