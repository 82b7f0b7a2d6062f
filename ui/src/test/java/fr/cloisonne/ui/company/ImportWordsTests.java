package fr.cloisonne.ui.company;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.company.importing.ImportColumn;
import fr.cloisonne.company.importing.ImportFault;
import fr.cloisonne.company.importing.ImportRefusedException;
import fr.cloisonne.company.importing.ImportVerdict;
import fr.cloisonne.ui.text.Translations;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ImportWordsTests {

    private final Translations texts = new Translations();
    private final ImportWords words = new ImportWords(texts);

    @Test
    void theHeadingsOfEitherTemplateAreRecognised() {
        for (Locale language : Translations.LANGUAGES) {
            assertThat(words.headings(language))
                    .allSatisfy(heading -> assertThat(ImportColumn.under(heading)).isPresent())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void nothingThatIsSaidOfAnImportIsWithoutWords() {
        for (Locale language : Translations.LANGUAGES) {
            for (ImportVerdict verdict : ImportVerdict.values()) {
                assertThat(texts.has("import.verdict." + verdict, language)).isTrue();
                assertThat(texts.has("import.filter." + verdict, language)).isTrue();
            }
            for (var reason : ImportRefusedException.Reason.values()) {
                assertThat(texts.has("import.refused." + reason, language)).isTrue();
            }
        }
    }

    @Test
    void aFaultNamesItsColumnWhatWasFoundAndWhatToDo() {
        var zeros = new ImportFault(ImportColumn.NUMBER, "12345674", "zeros", "012345674");
        assertThat(words.fault(zeros, Locale.FRENCH))
                .contains("SIREN ou SIRET", "12345674", "la correction proposée est 012345674");
        var key = new ImportFault(ImportColumn.NUMBER, "900000018", "siren.checksum", null);
        assertThat(words.fault(key, Locale.FRENCH)).contains("sa clé de contrôle est fausse");
        assertThat(
                        words.fault(
                                new ImportFault(ImportColumn.NAME, "", "empty", null),
                                Locale.FRENCH))
                .contains("Dénomination", "À remplir");
    }
}
