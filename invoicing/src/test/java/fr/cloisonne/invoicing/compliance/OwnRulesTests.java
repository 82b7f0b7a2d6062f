package fr.cloisonne.invoicing.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.cloisonne.invoicing.reading.InvoiceReader;
import fr.cloisonne.invoicing.reading.Reading.Document;
import fr.cloisonne.invoicing.sample.SampleFacturX;
import fr.cloisonne.invoicing.sample.SampleInvoice;
import fr.cloisonne.tenancy.value.Siren;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of ours by itself, on a conforming invoice with one thing changed. */
class OwnRulesTests {

    private static final Siren SELLER = new Siren("900000019");
    private static final Siren BUYER = new Siren("900000027");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final CheckContext CONTEXT = new CheckContext(SELLER, TODAY);

    @TempDir private Path folder;

    private SampleInvoice sample;

    @BeforeEach
    void conforming() {
        sample =
                new SampleInvoice(
                        SELLER,
                        "Boulangerie du Lac",
                        BUYER,
                        "Garage des Écrins",
                        "FA-1",
                        TODAY,
                        "Conseil",
                        3,
                        new BigDecimal("100.00"));
    }

    @Test
    void aConformingInvoiceBreaksNone() throws IOException {
        for (String xml : List.of(sample.ubl(), sample.cii())) {
            assertThat(Checks.COMPLIANCE.check(file(xml), CONTEXT).anomalies()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FR7620041010051234567890178, ",
        "FR7620041010051234567890179, CLO-IBAN",
        "FR76 2004 1010 0512 3456 7890 178, ",
        "DE89370400440532013000, ",
        "DE89370400440532013001, CLO-IBAN",
        "12345 compte interne, "
    })
    void iban(String account, @Nullable String rule) throws IOException {
        expect(new IbanHolds(), "FR7620041010051234567890178", account, rule);
    }

    @ParameterizedTest
    @CsvSource({"FA-1, ", "A/2026_0+1, ", "FA 1, CLO-NUMBER", "é1, CLO-NUMBER", "'', CLO-NUMBER"})
    void number(String number, @Nullable String rule) throws IOException {
        expect(new NumberFits(), "<cbc:ID>FA-1<", "<cbc:ID>" + number + "<", rule);
    }

    @Test
    void numberOfThirtySixCharacters() throws IOException {
        expect(new NumberFits(), "<cbc:ID>FA-1<", "<cbc:ID>" + "1".repeat(35) + "<", null);
        expect(new NumberFits(), "<cbc:ID>FA-1<", "<cbc:ID>" + "1".repeat(36) + "<", "CLO-NUMBER");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, ",
        "2026-11-23, ",
        "2026-11-25, CLO-DATE",
        "2026-11-24Z, CLO-DATE",
        "24/11/2026, CLO-DATE"
    })
    void date(String date, @Nullable String rule) throws IOException {
        expect(new IssuedByToday(), "IssueDate>2026-11-24<", "IssueDate>" + date + "<", rule);
    }

    @ParameterizedTest
    @CsvSource({
        "360.00, ",
        "360, ",
        "360.001, CLO-AMOUNT",
        "'360,00', CLO-AMOUNT",
        "x, CLO-AMOUNT"
    })
    void amount(String amount, @Nullable String rule) throws IOException {
        expect(
                new AmountsFit(),
                "PayableAmount currencyID=\"EUR\">360.00<",
                "PayableAmount currencyID=\"EUR\">" + amount + "<",
                rule);
    }

    @ParameterizedTest
    @CsvSource({"900000019, ", "900000027, CLO-SELLER", "90000001900015, ", "'', CLO-SELLER"})
    void seller(String siren, @Nullable String rule) throws IOException {
        expect(
                new SellerIsTheCompany(),
                "schemeID=\"0002\">900000019<",
                "schemeID=\"0002\">" + siren + "<",
                rule);
    }

    @Test
    void buyer() throws IOException {
        expect(new BuyerIsAnother(), "900000027", "900000019", "CLO-BUYER");
        expect(new BuyerIsAnother(), "900000027", "900000035", null);
    }

    @Test
    void siren() throws IOException {
        expect(new SirenHolds(), "0002\">900000027", "0002\">900000028", "CLO-SIREN");
        expect(new SirenHolds(), "0002\">900000027", "0002\">900000035", null);
    }

    @Test
    void vatNumber() throws IOException {
        Document wrong = read(sample.ubl().replaceFirst(">FR\\d\\d900000019<", ">FR00900000019<"));
        Anomaly finding = new VatNumberHolds().check(wrong, CONTEXT).findFirst().orElseThrow();
        assertThat(finding.rule()).isEqualTo("CLO-VAT");
        assertThat(finding.found()).isEqualTo("FR00900000019");
        assertThat(finding.expected()).matches("FR\\d\\d900000019");
        assertThat(new VatNumberHolds().check(read(sample.ubl()), CONTEXT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PMT", "PMD", "AAB"})
    void emptyMention(String subject) throws IOException {
        String xml = sample.ubl().replaceFirst("#" + subject + "#[^<]*<", "#" + subject + "# <");
        assertThat(new NotesSpeak().check(read(xml), CONTEXT))
                .extracting(Anomaly::rule, Anomaly::found)
                .containsExactly(tuple("CLO-NOTE", subject));
    }

    @ParameterizedTest
    @CsvSource({
        "urn:cen.eu:en16931:2017, ",
        "urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic, ",
        "urn:factur-x.eu:1p0:minimum, ",
        "urn:factur-x.eu:1p0:maximum, CLO-PROFILE",
        "urn:cen.eu:en16931:2071, CLO-PROFILE"
    })
    void profile(String profile, @Nullable String rule) throws IOException {
        expect(new ProfileIsKnown(), ">urn:cen.eu:en16931:2017<", ">" + profile + "<", rule);
    }

    @Test
    void creditNote() throws IOException {
        expect(new CreditNoteIsOne(), ">380<", ">381<", "CLO-CREDIT-NOTE");
        expect(new CreditNoteIsOne(), ">380<", ">384<", null);
        assertThat(
                        new CreditNoteIsOne()
                                .check(read(sample.cii().replace(">380<", ">381<")), CONTEXT))
                .isEmpty();
    }

    @Test
    void profileOfThePdf() throws IOException {
        byte[] pdf = SampleFacturX.of(sample);
        assertThat(((Document) new InvoiceReader().read(bytes(pdf))).containerFaults()).isEmpty();
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        assertThat(text).contains("EN 16931");
        byte[] another = text.replace("EN 16931", "EXTENDED").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(((Document) new InvoiceReader().read(bytes(another))).containerFaults())
                .containsExactly("CLO-PDF-PROFILE");
    }

    private void expect(ComplianceRule rule, String part, String changed, @Nullable String expected)
            throws IOException {
        assertThat(sample.ubl()).contains(part);
        Document document = read(sample.ubl().replace(part, changed));
        assertThat(rule.check(document, CONTEXT).map(Anomaly::rule))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    private Document read(String xml) throws IOException {
        return (Document) new InvoiceReader().read(file(xml));
    }

    private Path file(String xml) throws IOException {
        return bytes(xml.getBytes(StandardCharsets.UTF_8));
    }

    private Path bytes(byte[] content) throws IOException {
        return Files.write(folder.resolve("invoice"), content);
    }
}
