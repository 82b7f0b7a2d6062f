package fr.cloisonne.identity.provisioning;

import fr.cloisonne.identity.habilitation.RightsByGroup.Given;
import java.util.Set;
import java.util.UUID;

/**
 * What a group is to give from now on.
 *
 * @param given what and where
 * @param armed whether the group may give power over rights
 * @param seen what it gave on the page on which that was decided
 */
public record GroupWish(Given given, boolean armed, Set<UUID> seen) {}
