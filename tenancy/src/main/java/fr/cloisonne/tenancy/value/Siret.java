package fr.cloisonne.tenancy.value;

import java.io.Serializable;
import java.util.Optional;

/**
 * The number of an establishment in the Sirene register: the SIREN and five digits, Luhn over the
 * fourteen. The establishments of La Poste follow a rule of their own: the sum of the digits is a
 * multiple of five.
 *
 * @param value fourteen digits
 */
public record Siret(String value) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String LA_POSTE = "356000000";

    /** Refuses whatever cannot be a SIRET. */
    public Siret {
        Digits.require("siret", value, 14);
        if (Siren.tryParse(value.substring(0, 9)).isEmpty()) {
            throw new InvalidIdentifierException("siret.siren", value);
        }
        if (!Digits.luhn(value) && !ofLaPoste(value)) {
            throw new InvalidIdentifierException("siret.checksum", value);
        }
    }

    private static boolean ofLaPoste(String value) {
        return value.startsWith(LA_POSTE) && Digits.sum(value) % 5 == 0;
    }

    /**
     * Reads what a person typed or pasted.
     *
     * @param typed with or without blanks
     * @return the SIRET
     * @throws InvalidIdentifierException saying why it is none
     */
    public static Siret parse(String typed) {
        return new Siret(Digits.compact(typed));
    }

    /**
     * Reads what may be a SIRET.
     *
     * @param typed any text
     * @return the SIRET, or nothing
     */
    public static Optional<Siret> tryParse(String typed) {
        try {
            return Optional.of(parse(typed));
        } catch (InvalidIdentifierException invalid) {
            return Optional.empty();
        }
    }

    /**
     * The legal unit it belongs to.
     *
     * @return its first nine digits
     */
    public Siren siren() {
        return new Siren(value.substring(0, 9));
    }

    /**
     * As people read it: {@code 123 456 789 00012}.
     *
     * @return in groups with no-break spaces
     */
    public String formatted() {
        return siren().formatted() + '\u00A0' + value.substring(9);
    }

    @Override
    public String toString() {
        return value;
    }
}
