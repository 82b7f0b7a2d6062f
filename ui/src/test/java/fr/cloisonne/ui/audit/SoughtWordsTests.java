package fr.cloisonne.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.identity.audit.ActKind;
import fr.cloisonne.identity.audit.SoughtWord;
import fr.cloisonne.ui.text.Translations;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of the journal. */
class SoughtWordsTests {

    /** Words of buttons, which begin like those of acts. */
    private static final Set<String> BUTTONS =
            Set.of(
                    "cancel", "change", "close", "copied", "copy", "remove", "save", "undo",
                    "unknown");

    private final Translations translations = new Translations();
    private final SoughtWords words = new SoughtWords(translations);

    @Test
    void aWordStandsForTheActsInWhoseSentenceItIs() {
        List<SoughtWord> sought = words.of(" DELEGUE \u00A0 a Amina ", Locale.FRENCH);
        assertThat(sought).extracting(SoughtWord::typed).containsExactly("DELEGUE", "Amina");
        assertThat(sought.getFirst().codes())
                .contains("delegation.granted")
                .doesNotContain("signin.ok");
        assertThat(sought.getLast().codes()).isEmpty();
        assertThat(words.of("signed", Locale.ENGLISH).getFirst().codes()).contains("signin.ok");
    }

    @Test
    void everyActIsAboutSomethingThatTheJournalCanBeNarrowedTo() {
        assertThat(
                        translations.keys("act.", Locale.FRENCH).stream()
                                .map(key -> key.substring("act.".length()))
                                .filter(act -> !BUTTONS.contains(act.split("\\.", -1)[0]))
                                .filter(act -> ActKind.of(act).isEmpty())
                                .collect(Collectors.toSet()))
                .isEmpty();
    }
}
