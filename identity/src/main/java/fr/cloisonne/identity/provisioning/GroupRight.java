package fr.cloisonne.identity.provisioning;

import fr.cloisonne.identity.habilitation.RightsByGroup.Given;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a group gives to whoever is in it.
 *
 * @param id which
 * @param given what and where
 * @param placeName the portfolio's or the company's name, or null for the whole firm
 * @param profileName the profile's name, or null for one that ships
 * @param armed whether the group may give power over rights
 */
public record GroupRight(
        UUID id,
        Given given,
        @Nullable String placeName,
        @Nullable String profileName,
        boolean armed)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
