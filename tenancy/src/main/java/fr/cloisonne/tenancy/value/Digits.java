package fr.cloisonne.tenancy.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the identifiers share: how people type them, and the check digit of ISO/IEC 7812 (Luhn). */
final class Digits {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F\\u2009.\\-]+");

    private Digits() {}

    /** Without the blanks, dots and hyphens that people put in, in capitals. */
    static String compact(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        return BLANKS.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Size, then characters: the checksum is the caller's. */
    static void require(String identifier, String value, int length) {
        if (value.length() != length) {
            throw new InvalidIdentifierException(identifier + ".length", value);
        }
        if (!value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidIdentifierException(identifier + ".characters", value);
        }
    }

    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    static int sum(String digits) {
        return digits.chars().map(c -> c - '0').sum();
    }
}
