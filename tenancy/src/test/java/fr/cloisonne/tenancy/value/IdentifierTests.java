package fr.cloisonne.tenancy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTests {

    @ParameterizedTest
    @CsvSource({
        "900000019,90000001900019,FR25900000019",
        "900000027,90000002700012,FR49900000027",
        "900000035,90000003500015,FR73900000035",
        "912345675,91234567500017,FR65912345675"
    })
    void readsTheFictionalCompanies(String siren, String siret, String vat) {
        assertThat(Siret.parse(siret).siren()).isEqualTo(new Siren(siren));
        assertThat(VatNumber.of(new Siren(siren))).isEqualTo(new VatNumber(vat));
        assertThat(new VatNumber(vat).siren()).contains(new Siren(siren));
    }

    @ParameterizedTest
    @ValueSource(strings = {"73282932000074", "35600000000048", "35600000009075", "35600000049837"})
    void acceptsRealEstablishmentsAndThoseOfLaPoste(String siret) {
        assertThat(Siret.tryParse(siret)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "73282932000079,siret.checksum",
        "01456778256109,siret.siren",
        "7328293200007,siret.length",
        "7328293200007A,siret.characters",
        "35600000009076,siret.checksum"
    })
    void refusesAWrongSiretAndSaysWhy(String siret, String code) {
        assertThatThrownBy(() -> Siret.parse(siret))
                .isInstanceOfSatisfying(
                        InvalidIdentifierException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000", "900000018", "12345678", "90000001A", "", "٩٠٠٠٠٠٠١٩"})
    void refusesWhatIsNoSiren(String siren) {
        if (siren.startsWith("٩")) {
            assertThatThrownBy(() -> new Siren(siren))
                    .isInstanceOf(InvalidIdentifierException.class);
        } else {
            assertThat(Siren.tryParse(siren)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FR40303265045", "FR23334175221", "FRK7399859412", "FR4Z123456782"})
    void acceptsBothKindsOfVatKey(String vat) {
        assertThat(VatNumber.tryParse(vat)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FR84323140391", "FR00900000019", "DE123456789", "FRO7399859412"})
    void refusesAWrongVatNumber(String vat) {
        assertThat(VatNumber.tryParse(vat)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR76 2004 1010 0512 3456 7890 178",
                "FR1420041010050500013M02606",
                "FR2012421242124212421242124"
            })
    void acceptsIbansWhateverTheirRibKey(String iban) {
        assertThat(Iban.tryParse(iban)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "FR7620041010051234567890179,iban.checksum",
        "FR762004101005123456789017,iban.length",
        "XX7620041010051234567890178,iban.country",
        "FR,iban.length"
    })
    void refusesAWrongIbanAndSaysWhy(String iban, String code) {
        assertThatThrownBy(() -> Iban.parse(iban))
                .isInstanceOfSatisfying(
                        InvalidIdentifierException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void readsWhatPeoplePaste() {
        assertThat(Siren.parse(" 900 000\u00A0019 ").formatted())
                .isEqualTo("900\u00A0000\u00A0019");
        assertThat(VatNumber.parse("fr 25 900 000 019").value()).isEqualTo("FR25900000019");
    }

    @Test
    void noSingleWrongDigitPasses() {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            String digits = "9%07d".formatted(random.nextInt(10_000_000));
            String siren = withCheckDigit(digits);
            assertThat(Siren.tryParse(siren)).isPresent();
            int place = random.nextInt(9);
            char other = (char) ('0' + (siren.charAt(place) - '0' + 1 + random.nextInt(9)) % 10);
            String wrong = siren.substring(0, place) + other + siren.substring(place + 1);
            assertThat(Siren.tryParse(wrong)).isEmpty();
            assertThat(
                            VatNumber.tryParse(
                                    "FR"
                                            + VatNumber.of(new Siren(siren)).value().substring(2, 4)
                                            + wrong))
                    .isEmpty();
        }
    }

    private static String withCheckDigit(String digits) {
        for (char check = '0'; check <= '9'; check++) {
            if (Digits.luhn(digits + check)) {
                return digits + check;
            }
        }
        throw new AssertionError(digits);
    }
}
