package fr.cloisonne.tenancy.value;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A French VAT number: {@code FR}, a key of two characters, the SIREN. The usual key is {@code (12
 * + 3 × (SIREN mod 97)) mod 97}; the newer one has a letter (no I, no O) and a check of its own.
 * Numbers of Monaco carry {@code 000} where the SIREN would begin.
 *
 * @param value thirteen characters
 */
public record VatNumber(String value) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Pattern FORM = Pattern.compile("FR[0-9A-HJ-NP-Z]{2}[0-9]{9}");
    private static final String KEY_LETTERS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /** Refuses whatever cannot be a French VAT number. */
    public VatNumber {
        if (value.length() != 13) {
            throw new InvalidIdentifierException("vat.length", value);
        }
        if (!FORM.matcher(value).matches()) {
            throw new InvalidIdentifierException("vat.characters", value);
        }
        if (!monaco(value) && Siren.tryParse(value.substring(4)).isEmpty()) {
            throw new InvalidIdentifierException("vat.siren", value);
        }
        if (!keyFits(value.substring(2, 4), value.substring(4))) {
            throw new InvalidIdentifierException("vat.key", value);
        }
    }

    private static boolean monaco(String value) {
        return value.startsWith("000", 4);
    }

    private static boolean keyFits(String key, String siren) {
        return key.chars().allMatch(c -> c <= '9')
                ? Long.parseLong(siren + "12") % 97 == Integer.parseInt(key)
                : lettered(
                        KEY_LETTERS.indexOf(key.charAt(0)),
                        KEY_LETTERS.indexOf(key.charAt(1)),
                        siren);
    }

    /** The key of two characters packs a number whose residue modulo 11 answers the SIREN's. */
    private static boolean lettered(int first, int second, String siren) {
        int packed = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
        return (Long.parseLong(siren) + 1 + packed / 11) % 11 == packed % 11;
    }

    /**
     * The usual number of a legal unit.
     *
     * @param siren its SIREN
     * @return with the computed key
     */
    public static VatNumber of(Siren siren) {
        long key = Long.parseLong(siren.value() + "12") % 97;
        return new VatNumber("FR%02d%s".formatted(key, siren));
    }

    /**
     * Reads what a person typed or pasted.
     *
     * @param typed with or without blanks
     * @return the number
     * @throws InvalidIdentifierException saying why it is none
     */
    public static VatNumber parse(String typed) {
        return new VatNumber(Digits.compact(typed));
    }

    /**
     * Reads what may be a French VAT number.
     *
     * @param typed any text
     * @return the number, or nothing
     */
    public static Optional<VatNumber> tryParse(String typed) {
        try {
            return Optional.of(parse(typed));
        } catch (InvalidIdentifierException invalid) {
            return Optional.empty();
        }
    }

    /**
     * The legal unit behind it.
     *
     * @return its SIREN; nothing for Monaco
     */
    public Optional<Siren> siren() {
        return Siren.tryParse(value.substring(4));
    }

    @Override
    public String toString() {
        return value;
    }
}
