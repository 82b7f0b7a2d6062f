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

    private static String checked(String typed) {
        String name = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        boolean hidden =
                name.codePoints()
                        .anyMatch(c ->
                                Character.getType(c) == Character.CONTROL
                                        || Character.getType(c) == Character.FORMAT);
        if (name.isEmpty() || name.length() > 100 || hidden) {
            throw new IllegalArgumentException("Not a name that can be shown");
        }
        return name;
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
