package fr.cloisonne.identity.account;

import fr.cloisonne.identity.PersonName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an activation link opens.
 *
 * @param state how the link stands
 * @param name the person's name, as it was given; only where the link opens
 * @param email the mailbox; only where the link opens
 * @param context words that must not be in the password
 * @param invitedInto the firm that invited them, where it is the invitation that says whether the
 *     link opens; they then say their name themselves
 * @param page the page of ours that was asked for before, if one was
 */
public record ActivationOffer(
        LinkState state,
        @Nullable PersonName name,
        @Nullable String email,
        Set<String> context,
        @Nullable String invitedInto,
        @Nullable String page) {

    static ActivationOffer closed(
            LinkState state, @Nullable String invitedInto, @Nullable String page) {
        return new ActivationOffer(state, null, null, Set.of(), invitedInto, page);
    }
}
