package fr.cloisonne.db;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * The name of a tenant's database role and of its schema: {@code t_} and 13 random base32
 * characters. It says nothing of the company, and its form is the only one that is ever put into
 * SQL text.
 *
 * @param value the name
 */
public record RoleName(String value) {

    private static final Pattern FORM = Pattern.compile("t_[a-z2-7]{13}");
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Refuses any other form. */
    public RoleName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a tenant role: " + value);
        }
    }

    /**
     * A name that nobody has: 65 random bits.
     *
     * @return the name
     */
    public static RoleName random() {
        StringBuilder name = new StringBuilder("t_");
        RANDOM.ints(13, 0, ALPHABET.length()).forEach(i -> name.append(ALPHABET.charAt(i)));
        return new RoleName(name.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
