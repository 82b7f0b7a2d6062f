package fr.cloisonne.ui.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Amounts, rates, days and moments as an accountant writes them, in the product's time zone. */
@Component
public class Formats {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Clock clock;

    Formats(Clock clock) {
        this.clock = clock;
    }

    /** Today, where the accountants are. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(zone()));
    }

    /** {@code 1 234,56 €} for French readers, {@code €1,234.56} for English ones. */
    public String amount(BigDecimal value, String currency, Locale reader) {
        NumberFormat format = NumberFormat.getCurrencyInstance(country(reader));
        try {
            format.setCurrency(Currency.getInstance(currency));
        } catch (IllegalArgumentException unknown) {
            return number(value, reader) + "\u00A0" + currency;
        }
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    /** {@code 20 %}, {@code 5,5 %}; a dash where a rate has no meaning. */
    public String rate(@Nullable BigDecimal percent, Locale reader) {
        if (percent == null) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(country(reader));
        format.setMaximumFractionDigits(2);
        return format.format(percent) + ("fr".equals(reader.getLanguage()) ? "\u202F%" : "%");
    }

    /** {@code 12/11/2026}; a dash where there is no day. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "–" : DAY.format(day);
    }

    /** The day of a moment, where the accountants are. */
    public String day(Instant at) {
        return DAY.format(at.atZone(zone()));
    }

    /** {@code 12 décembre}, with the year if it is another one. */
    public String spoken(LocalDate day, Locale reader) {
        String pattern = day.getYear() == today().getYear() ? "d MMMM" : "d MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, country(reader)).format(day);
    }

    /** The instant at which a day begins, where the accountants are. */
    public Instant beginning(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    /** {@code 12/11/2026 14:05}. */
    public String moment(Instant at) {
        return MOMENT.format(at.atZone(zone()));
    }

    /** The time of day when it was today, the day and time otherwise. */
    public String recent(Instant at) {
        ZonedDateTime moment = at.atZone(zone());
        return moment.toLocalDate().equals(today())
                ? DateTimeFormatter.ofPattern("HH:mm").format(moment)
                : moment(at);
    }

    private ZoneId zone() {
        ZoneId zone = clock.getZone();
        return zone.normalized() instanceof java.time.ZoneOffset ? ZoneId.of("Europe/Paris") : zone;
    }

    private static String number(BigDecimal value, Locale reader) {
        NumberFormat format = NumberFormat.getNumberInstance(country(reader));
        format.setMinimumFractionDigits(2);
        return format.format(value);
    }

    private static Locale country(Locale reader) {
        return "en".equals(reader.getLanguage()) ? Locale.UK : Locale.FRANCE;
    }
}
