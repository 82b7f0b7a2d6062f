package fr.cloisonne.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTests {

    private final Formats formats =
            new Formats(
                    Clock.fixed(Instant.parse("2026-11-24T23:30:00Z"), ZoneId.of("Europe/Paris")));

    @Test
    void amountsAreWrittenAsAccountantsWriteThem() {
        BigDecimal amount = new BigDecimal("1234.56");

        assertThat(formats.amount(amount, "EUR", Locale.FRENCH)).isEqualTo("1\u202F234,56\u00A0€");
        assertThat(formats.amount(amount, "EUR", Locale.ENGLISH)).isEqualTo("€1,234.56");
        assertThat(formats.amount(new BigDecimal("-5"), "EUR", Locale.FRENCH))
                .isEqualTo("-5,00\u00A0€");
    }

    @Test
    void anUnknownCurrencyShowsItsCode() {
        assertThat(formats.amount(BigDecimal.TEN, "ZZZZ", Locale.FRENCH))
                .isEqualTo("10,00\u00A0ZZZZ");
    }

    @Test
    void ratesKeepTheirDecimals() {
        assertThat(formats.rate(new BigDecimal("5.50"), Locale.FRENCH)).isEqualTo("5,5\u202F%");
        assertThat(formats.rate(new BigDecimal("20"), Locale.ENGLISH)).isEqualTo("20%");
        assertThat(formats.rate(null, Locale.FRENCH)).isEqualTo("–");
    }

    @Test
    void daysAndMomentsAreThoseOfParis() {
        assertThat(formats.today()).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(formats.day(LocalDate.of(2026, 1, 2))).isEqualTo("02/01/2026");
        assertThat(formats.moment(Instant.parse("2026-11-24T23:05:00Z")))
                .isEqualTo("25/11/2026 00:05");
        assertThat(formats.recent(Instant.parse("2026-11-24T23:05:00Z"))).isEqualTo("00:05");
        assertThat(formats.recent(Instant.parse("2026-11-24T12:05:00Z")))
                .isEqualTo("24/11/2026 13:05");
    }
}
