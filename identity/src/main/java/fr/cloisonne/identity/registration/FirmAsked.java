package fr.cloisonne.identity.registration;

import java.io.Serializable;

/**
 * What a person has typed on the page for strangers, kept for when they are signed in.
 *
 * @param number SIRET of the establishment, or SIREN of the structure
 * @param capacity in what capacity
 */
public record FirmAsked(String number, Capacity capacity) implements Serializable {

    private static final long serialVersionUID = 1L;
}
