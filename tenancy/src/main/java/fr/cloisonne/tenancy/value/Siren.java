package fr.cloisonne.tenancy.value;

import java.io.Serializable;
import java.util.Optional;

/**
 * The number of a legal unit in the Sirene register: nine digits, the last a Luhn check digit.
 * {@code 000000000} passes Luhn and is nobody's.
 *
 * @param value nine digits
 */
public record Siren(String value) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Refuses whatever cannot be a SIREN. */
    public Siren {
        Digits.require("siren", value, 9);
        if (value.equals("000000000") || !Digits.luhn(value)) {
            throw new InvalidIdentifierException("siren.checksum", value);
        }
    }

    /**
     * Reads what a person typed or pasted.
     *
     * @param typed with or without blanks
     * @return the SIREN
     * @throws InvalidIdentifierException saying why it is none
     */
    public static Siren parse(String typed) {
        return new Siren(Digits.compact(typed));
    }

    /**
     * Reads what may be a SIREN.
     *
     * @param typed any text
     * @return the SIREN, or nothing
     */
    public static Optional<Siren> tryParse(String typed) {
        try {
            return Optional.of(parse(typed));
        } catch (InvalidIdentifierException invalid) {
            return Optional.empty();
        }
    }

    /**
     * As people read it: {@code 123 456 789}.
     *
     * @return in groups of three with no-break spaces
     */
    public String formatted() {
        return value.substring(0, 3)
                + '\u00A0'
                + value.substring(3, 6)
                + '\u00A0'
                + value.substring(6);
    }

    @Override
    public String toString() {
        return value;
    }
}
