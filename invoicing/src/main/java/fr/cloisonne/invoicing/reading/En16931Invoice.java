package fr.cloisonne.invoicing.reading;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice by the business terms of EN 16931-1, whatever its syntax. Amounts keep the scale of
 * the document; what is missing or cannot be read is null, and the rules say so.
 *
 * @param number BT-1
 * @param issueDate BT-2
 * @param typeCode BT-3
 * @param currency BT-5
 * @param dueDate BT-9
 * @param process BT-23
 * @param profile BT-24
 * @param seller BG-4
 * @param buyer BG-7
 * @param totals BG-22
 * @param taxes BG-23
 * @param accounts BT-84, as written
 * @param notes BG-1
 * @param lineCount number of BG-25
 */
public record En16931Invoice(
        @Nullable String number,
        @Nullable LocalDate issueDate,
        @Nullable String typeCode,
        @Nullable String currency,
        @Nullable LocalDate dueDate,
        @Nullable String process,
        @Nullable String profile,
        Party seller,
        Party buyer,
        Totals totals,
        List<Tax> taxes,
        List<String> accounts,
        List<Note> notes,
        int lineCount)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * Seller or buyer.
     *
     * @param name BT-27, BT-44
     * @param registration BT-30, BT-47: in France the SIREN
     * @param vatNumber BT-31, BT-48
     * @param country BT-40, BT-55
     * @param address BT-34, BT-49
     */
    public record Party(
            @Nullable String name,
            @Nullable String registration,
            @Nullable String vatNumber,
            @Nullable String country,
            @Nullable String address)
            implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    /**
     * The amounts at the foot.
     *
     * @param withoutTax BT-109
     * @param tax BT-110
     * @param withTax BT-112
     * @param payable BT-115
     */
    public record Totals(
            @Nullable BigDecimal withoutTax,
            @Nullable BigDecimal tax,
            @Nullable BigDecimal withTax,
            @Nullable BigDecimal payable)
            implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    /**
     * One line of the VAT breakdown.
     *
     * @param category BT-118
     * @param rate BT-119
     * @param base BT-116
     * @param amount BT-117
     */
    public record Tax(
            @Nullable String category,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal base,
            @Nullable BigDecimal amount)
            implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    /**
     * A note.
     *
     * @param subject BT-21
     * @param text BT-22
     */
    public record Note(@Nullable String subject, @Nullable String text) implements Serializable {

        private static final long serialVersionUID = 1L;
    }
}
