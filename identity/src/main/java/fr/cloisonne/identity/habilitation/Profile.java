package fr.cloisonne.identity.habilitation;

import java.io.Serializable;
import java.util.List;

/**
 * A bundle of rights as people give it, by its code: one of the three that ship, or one that a firm
 * made. What it allows is written in {@link Profiles} and read there at each question.
 *
 * @param code unique in the whole product
 */
public record Profile(String code) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Gestionnaire principal: everything. */
    public static final Profile ADMINISTRATOR = new Profile("ADMINISTRATOR");

    /** Utilisateur standard: works with invoices. */
    public static final Profile STANDARD = new Profile("STANDARD");

    /** Consultation alone. */
    public static final Profile READER = new Profile("READER");

    /** Those that ship and cannot be removed. */
    public static final List<Profile> SHIPPED = List.of(STANDARD, READER, ADMINISTRATOR);

    @Override
    public String toString() {
        return code;
    }
}
