package fr.cloisonne.tenancy.value;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An international bank account number (ISO 13616): the length of its country, characters, and a
 * remainder of one modulo 97. The older French key inside it (RIB) is not asked: valid accounts
 * fail it.
 *
 * @param value compact, in capitals
 */
public record Iban(String value) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[0-9A-Z]+");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    /** Lengths by country, from the registry of ISO 13616. */
    private static final Map<String, Integer> LENGTHS =
            Stream.of(
                            "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20"
                                    .split(" "))
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    entry -> entry.substring(0, 2),
                                    entry -> Integer.valueOf(entry.substring(2))));

    /** Refuses whatever cannot be an IBAN. */
    public Iban {
        if (value.length() < 15 || value.length() > 34) {
            throw new InvalidIdentifierException("iban.length", value);
        }
        if (!FORM.matcher(value).matches()) {
            throw new InvalidIdentifierException("iban.characters", value);
        }
        Integer length = LENGTHS.get(value.substring(0, 2));
        if (length == null) {
            throw new InvalidIdentifierException("iban.country", value);
        }
        if (length != value.length()) {
            throw new InvalidIdentifierException("iban.length", value);
        }
        if (!remainder(value).equals(BigInteger.ONE)) {
            throw new InvalidIdentifierException("iban.checksum", value);
        }
    }

    private static BigInteger remainder(String value) {
        String digits =
                (value.substring(4) + value.substring(0, 4))
                        .chars()
                        .mapToObj(c -> String.valueOf(Character.digit(c, 36)))
                        .collect(Collectors.joining());
        return new BigInteger(digits).mod(NINETY_SEVEN);
    }

    /**
     * Reads what a person typed or pasted.
     *
     * @param typed with or without blanks
     * @return the IBAN
     * @throws InvalidIdentifierException saying why it is none
     */
    public static Iban parse(String typed) {
        return new Iban(Digits.compact(typed));
    }

    /**
     * Reads what may be an IBAN.
     *
     * @param typed any text
     * @return the IBAN, or nothing
     */
    public static Optional<Iban> tryParse(String typed) {
        try {
            return Optional.of(parse(typed));
        } catch (InvalidIdentifierException invalid) {
            return Optional.empty();
        }
    }

    /**
     * Enough to recognise it, not to use it.
     *
     * @return country and last four characters
     */
    public String masked() {
        return value.substring(0, 4) + " … " + value.substring(value.length() - 4);
    }

    @Override
    public String toString() {
        return value;
    }
}
