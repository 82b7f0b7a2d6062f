package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Each of these profiles, in each of these places, for each of these people.
 *
 * @param people whose
 * @param scopes where, all of one firm
 * @param profiles what
 */
public record GrantWish(Set<UserAccountId> people, Set<Scope> scopes, Set<Profile> profiles)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Copies what was given. */
    public GrantWish {
        people = Set.copyOf(people);
        scopes = Set.copyOf(scopes);
        profiles = Set.copyOf(profiles);
    }

    /** How many habilitations it speaks of. */
    long size() {
        return (long) people.size() * scopes.size() * profiles.size();
    }

    List<GrantLine> lines() {
        return people.stream()
                .flatMap(person -> scopes.stream().flatMap(scope -> lines(person, scope)))
                .toList();
    }

    private Stream<GrantLine> lines(UserAccountId person, Scope scope) {
        return profiles.stream()
                .map(profile -> new GrantLine(person, scope, profile, GrantLine.Verdict.TO_DO));
    }
}
