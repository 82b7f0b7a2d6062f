package fr.cloisonne.identity.habilitation;

import java.time.LocalDate;
import java.util.Set;

/**
 * What one delegation lends: each of these profiles in each of these places, for some days.
 *
 * @param scopes where, all of one firm
 * @param profiles what
 * @param first first day, today or later
 * @param last last day, at most twelve months after the first
 * @param reason why, at most 500 characters
 */
public record Loan(
        Set<Scope> scopes, Set<Profile> profiles, LocalDate first, LocalDate last, String reason) {

    /** Copies what was given. */
    public Loan {
        scopes = Set.copyOf(scopes);
        profiles = Set.copyOf(profiles);
        reason = reason.strip();
        reason = reason.substring(0, Math.min(500, reason.length()));
        if (scopes.isEmpty() || profiles.isEmpty()) {
            throw new IllegalArgumentException("nothing is lent");
        }
    }

    /**
     * One profile in one place.
     *
     * @param scope where
     * @param profile what
     * @param first first day
     * @param last last day
     * @param reason why
     * @return the loan
     */
    public static Loan of(
            Scope scope, Profile profile, LocalDate first, LocalDate last, String reason) {
        return new Loan(Set.of(scope), Set.of(profile), first, last, reason);
    }
}
