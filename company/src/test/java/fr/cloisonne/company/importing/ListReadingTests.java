package fr.cloisonne.company.importing;

import static fr.cloisonne.company.importing.TableFixture.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.company.CompanyForm;
import fr.cloisonne.company.importing.ImportRefusedException.Reason;
import fr.cloisonne.tenancy.value.SizeCategory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListReadingTests {

    private static final String BAKERY =
            "900000019;Boulangerie de l’Œuf & Fils;1 rue Basse;73000;Chambéry\n";

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void accentsSurviveTheEncodingsOfSpreadsheets(String name) {
        String mark = name.startsWith("UTF-16") ? "\uFEFF" : "";
        byte[] bytes = (mark + HEAD + BAKERY).getBytes(Charset.forName(name));
        assertThat(only(bytes).legalName()).isEqualTo("Boulangerie de l’Œuf & Fils");
    }

    @Test
    void aMarkAtTheBeginningIsNoPartOfTheFirstHeading() {
        byte[] bytes = ("\uFEFF" + HEAD + BAKERY).getBytes(StandardCharsets.UTF_8);
        assertThat(only(bytes).address().city()).isEqualTo("Chambéry");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void theSeparatorIsFoundAndQuotedCellsMayHoldIt(String separator) {
        String text =
                HEAD.replace(";", separator)
                        + "900000019;\"Noël; Fils, \"\"et\tCie\"\"\";1 rue Basse;73000;Chambéry\r\n"
                                .replaceAll(";(?! Fils)", separator);
        assertThat(lines(text).getFirst().line().faults())
                .extracting(ImportFault::code)
                .containsExactly("unseen");
        assertThat(only(text.replace("et\t", "et ")).legalName())
                .isEqualTo("Noël; Fils, \"et Cie\"");
    }

    @Test
    void theSeparatorMayBeSaidAndLinesAreCountedAsTheSpreadsheetDoes() {
        var lines = lines("sep=,\n" + (HEAD + "\n\n" + BAKERY).replace(';', ','));
        assertThat(lines.getFirst().line().number()).isEqualTo(5);
        assertThat(lines.getFirst().line().verdict()).isEqualTo(ImportVerdict.READY);
    }

    @ParameterizedTest
    @CsvSource({
        "1234567,          REFUSED,      siren.length,   ",
        "900000018,        REFUSED,      siren.checksum, ",
        "90000001900018,   REFUSED,      siret.checksum, ",
        "'9,00000019E+13', REFUSED,      scientific,     ",
        "9.00000019E+08,   REFUSED,      scientific,     ",
        "12345674,         CORRECTABLE,  zeros,          012345674",
        "1234567400019,    CORRECTABLE,  zeros,          01234567400019",
        "12345678,         REFUSED,      siren.length,   ",
        "ABC,              REFUSED,      siren.length,   "
    })
    void whatASpreadsheetDidToANumberIsNamedAndNeverGuessed(
            String typed, ImportVerdict verdict, String code, String correction) {
        JudgedLine line = lines(HEAD + BAKERY.replace("900000019", '"' + typed + '"')).getFirst();
        assertThat(line.line().verdict()).isEqualTo(verdict);
        ImportFault fault = line.line().faults().getFirst();
        assertThat(fault.column()).isEqualTo(ImportColumn.NUMBER);
        assertThat(fault.found()).isEqualTo(typed);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.correction()).isEqualTo(correction);
    }

    @Test
    void everyFaultOfALineIsTold() {
        String text =
                """
                SIREN;SIRET;Raison sociale;Adresse;CP;Ville;N° TVA;IBAN;Taille
                900000019;90000002700012;;;1000;Bourg;FR25900000018;FR00;géante
                """;
        assertThat(lines(text).getFirst().line().faults())
                .extracting(fault -> fault.column() + " " + fault.code())
                .contains(
                        "SIRET siret.other",
                        "NAME empty",
                        "STREET empty",
                        "POSTAL_CODE zeros",
                        "SIZE size")
                .anyMatch(fault -> fault.startsWith("VAT vat"))
                .anyMatch(fault -> fault.startsWith("IBAN iban"));
    }

    @Test
    void optionalColumnsAreReadAndOthersNamed() {
        String text =
                """
                Dénomination;Siret;Adresse;Complément d’adresse;Code postal;Commune;Taille;Couleur
                Noël;900 000 019 00019;1 rue;Bât. B;73000;Chambéry;Micro-entreprise;bleu
                """;
        ListReading.Result result = read(TableFixture.file(folder, text), 10);
        assertThat(result.ignored()).containsExactly("Couleur");
        CompanyForm form = Objects.requireNonNull(result.lines().getFirst().form());
        assertThat(form.size()).isEqualTo(SizeCategory.MICRO);
        assertThat(form.address().line2()).isEqualTo("Bât. B");
        assertThat(Objects.requireNonNull(form.siret()).value()).isEqualTo("90000001900019");
    }

    @Test
    void aCompanyThatStandsTwiceIsTakenFromItsFirstLine() {
        var lines = lines(HEAD + BAKERY + BAKERY.replace("900000019", "90000001900019"));
        assertThat(lines.getFirst().line().verdict()).isEqualTo(ImportVerdict.READY);
        assertThat(lines.getLast().line().faults())
                .containsExactly(new ImportFault(ImportColumn.NUMBER, "900000019", "twice", "2"));
        assertThat(lines.getLast().form()).isNull();
    }

    @Test
    void aWorkbookKeepsWholeNumbersAndLosesZeros() {
        List<Object> head = List.of("SIRET", "Nom", "Adresse", "Code postal", "Ville");
        var lines =
                lines(
                        TableFixture.workbook(
                                List.of(
                                        head,
                                        List.of(90000001900019L, "Noël", "1 rue", 73000, "Albens"),
                                        List.of(1234567400019L, "Zéro", "1 rue", 1000, "Bourg"))));
        assertThat(lines.getFirst().line().verdict()).isEqualTo(ImportVerdict.READY);
        assertThat(lines.getLast().line().verdict()).isEqualTo(ImportVerdict.CORRECTABLE);
        assertThat(lines.getLast().line().faults())
                .extracting(ImportFault::correction)
                .containsExactly("01234567400019", "01000");
    }

    @Test
    void ofAFormulaTheValueBesideItIsReadAndAHiddenSheetIsNot() {
        String cells =
                """
                <row r='1'><c t='inlineStr'><is><t>SIREN</t></is></c><c t='s'><v>0</v></c>
                <c t='inlineStr'><is><t>Adresse</t></is></c><c t='inlineStr'><is><t>CP</t></is></c>
                <c t='inlineStr'><is><t>Ville</t></is></c></row>
                <row r='7'><c r='A7'><f>SUM(A1:A3)</f><v>9.00000019E8</v></c>
                <c r='B7' t='str'><f>"No"&amp;"ël"</f><v>Noël</v></c>
                <c r='C7' t='inlineStr'><is><r><t>1 </t></r><r><t>rue</t></r></is></c>
                <c r='D7'><v>73000</v></c><c r='E7' t='inlineStr'><is><t>Albens</t></is></c>
                <c r='XFD7'><v>1</v></c></row>
                """;
        var lines =
                lines(
                        TableFixture.packed(
                                TableFixture.sheet(cells),
                                "<sst><si><t>Déno</t><rPh><t>x</t></rPh><t>mination</t></si></sst>"));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().line().number()).isEqualTo(7);
        assertThat(Objects.requireNonNull(lines.getFirst().form()).legalName()).isEqualTo("Noël");
        assertThat(Objects.requireNonNull(lines.getFirst().form()).address().line1())
                .isEqualTo("1 rue");
    }

    @Test
    void filesThatAreNoListSaySo() {
        refuses(Reason.EMPTY, "");
        refuses(Reason.EMPTY, HEAD);
        refuses(Reason.EMPTY, "\n\n\n");
        refuses(Reason.NOT_A_TABLE, "%PDF-1.7\n\0\0");
        refuses(Reason.NOT_A_TABLE, "\0\0\0\0");
        refuses(Reason.COLUMNS_MISSING, "SIREN;Nom\n" + BAKERY);
        refuses(Reason.COLUMN_TWICE, HEAD.replace("\n", ";Ville\n") + BAKERY);
        refuses(Reason.BROKEN, HEAD + "900000019;\"" + "x".repeat(300_000));
        refuses(Reason.BROKEN, "PK\u0003\u0004 no archive");
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3};
        assertThatThrownBy(() -> lines(old))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.OLD_OR_LOCKED));
        assertThatThrownBy(() -> read(TableFixture.file(folder, HEAD + BAKERY + BAKERY), 1))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class,
                        refused -> assertThat(refused.number()).isEqualTo(1));
    }

    private void refuses(Reason reason, String text) {
        assertThatThrownBy(() -> lines(text))
                .as(text.substring(0, Math.min(30, text.length())))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private CompanyForm only(String text) {
        return only(text.getBytes(StandardCharsets.UTF_8));
    }

    private CompanyForm only(byte[] bytes) {
        var lines = lines(bytes);
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().line().faults()).isEmpty();
        return Objects.requireNonNull(lines.getFirst().form());
    }

    private List<JudgedLine> lines(String text) {
        return lines(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<JudgedLine> lines(byte[] bytes) {
        return read(TableFixture.file(folder, bytes), 100).lines();
    }

    private static ListReading.Result read(Path file, int most) {
        return ListReading.of(file, most);
    }
}
