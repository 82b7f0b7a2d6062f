package fr.cloisonne.identity.habilitation;

import java.util.EnumSet;
import java.util.Set;

/** A bundle of rights, as people give it. */
public enum Profile {
    /** Gestionnaire principal: everything. */
    ADMINISTRATOR,
    /** Utilisateur standard: works with invoices. */
    STANDARD,
    /** Consultation alone. */
    READER;

    /**
     * What it allows.
     *
     * @return its rights
     */
    public Set<Right> rights() {
        return switch (this) {
            case ADMINISTRATOR -> EnumSet.allOf(Right.class);
            case STANDARD -> EnumSet.of(Right.CONSULT, Right.DEPOSIT);
            case READER -> EnumSet.of(Right.CONSULT);
        };
    }
}
