package fr.cloisonne.identity.preference;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.ParisClock;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PostgresTest
@Import(ParisClock.class)
class FormDraftsTests {

    private static final String FORM = "absence.new alpes";
    private static final Map<String, String> TYPED = Map.of("Motif", "Congés d’été — Noël");

    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private FormDrafts drafts;
    @Autowired private SettableClock clock;
    @Autowired private TestDatabase database;

    private UserAccountId person;

    @BeforeEach
    void somebody() {
        person = somebodyNew();
    }

    @Test
    void whatWasTypedIsThereAgainForThatPersonAndFormAlone() {
        drafts.keep(person, FORM, Map.of("Motif", "C"));
        drafts.keep(person, FORM, TYPED);
        assertThat(drafts.of(person, FORM)).contains(new FormDraft(TYPED, clock.instant()));
        assertThat(drafts.of(person, "absence.new jura")).isEmpty();
        assertThat(drafts.of(somebodyNew(), FORM)).isEmpty();
        drafts.forget(person, FORM);
        assertThat(drafts.of(person, FORM)).isEmpty();
    }

    @Test
    void itIsSealedForItsPersonAndItsForm() {
        drafts.keep(person, FORM, TYPED);
        byte[] kept =
                database.superuser()
                        .sql("SELECT sealed FROM platform.form_draft WHERE user_id = ?")
                        .param(person.value())
                        .query(byte[].class)
                        .single();
        assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("Motif", "Congés");
        UserAccountId other = somebodyNew();
        drafts.keep(other, FORM, Map.of("Motif", "le sien"));
        database.superuser()
                .sql("UPDATE platform.form_draft SET sealed = ? WHERE user_id = ?")
                .params(kept, other.value())
                .update();
        assertThat(drafts.of(other, FORM)).isEmpty();
    }

    @Test
    void itDoesNotOutliveItsWeek() {
        drafts.keep(person, FORM, TYPED);
        clock.advance(FormDrafts.LIFE.minusSeconds(1));
        drafts.takeAwayOld();
        assertThat(drafts.of(person, FORM)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(drafts.of(person, FORM)).isEmpty();
        assertThat(drafts.takeAwayOld()).isPositive();
    }

    @Test
    void aPersonHasSoManyAndNoneIsTooLong() {
        for (int i = 0; i <= FormDrafts.MOST; i++) {
            clock.advance(Duration.ofSeconds(1));
            drafts.keep(person, FORM + i, TYPED);
        }
        assertThat(drafts.of(person, FORM + 0)).isEmpty();
        assertThat(drafts.of(person, FORM + 1)).isPresent();
        drafts.keep(person, FORM, Map.of("Motif", "é".repeat(FormDrafts.LONGEST)));
        assertThat(drafts.of(person, FORM)).isEmpty();
    }

    private UserAccountId somebodyNew() {
        return PersonFixture.colleague(
                accounts, firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id());
    }
}
