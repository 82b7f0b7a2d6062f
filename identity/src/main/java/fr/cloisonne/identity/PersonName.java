package fr.cloisonne.identity;

import java.io.Serializable;
import java.text.Normalizer;

/**
 * A person's name, as it is shown.
 *
 * @param given given name, 1 to 100 characters
 * @param family family name, 1 to 100 characters
 */
public record PersonName(String given, String family) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Normalises, and refuses what cannot be shown: control and direction characters. */
    public PersonName {
        given = checked(given);
        family = checked(family);
    }

    /**
     * Whether what was typed can be one of the two names.
     *
     * @param typed as typed
     * @return whether it is 1 to 100 characters that can be shown
     */
    public static boolean isShowable(String typed) {
        String name = normal(typed);
        boolean hidden =
                name.codePoints()
                        .anyMatch(c ->
                                Character.getType(c) == Character.CONTROL
                                        || Character.getType(c) == Character.FORMAT);
        return !name.isEmpty() && name.length() <= 100 && !hidden;
    }

    private static String normal(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }

    private static String checked(String typed) {
        if (!isShowable(typed)) {
            throw new IllegalArgumentException("Not a name that can be shown");
        }
        return normal(typed);
    }

    /**
     * As it is read.
     *
     * @return given name, family name
     */
    public String display() {
        return given + " " + family;
    }
}
