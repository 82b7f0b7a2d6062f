package fr.cloisonne.identity.registration;

import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import org.jspecify.annotations.Nullable;

/**
 * What a person says who registers; that they accept the terms is said by sending it.
 *
 * @param email the professional address
 * @param name the name
 * @param siren the structure
 * @param siret its establishment, where that was given
 * @param capacity in what capacity
 */
public record RegistrationForm(
        EmailAddress email,
        PersonName name,
        Siren siren,
        @Nullable Siret siret,
        Capacity capacity) {}
