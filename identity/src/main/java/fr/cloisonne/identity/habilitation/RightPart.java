package fr.cloisonne.identity.habilitation;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One profile in one place, as people read it.
 *
 * @param scope where
 * @param placeName name of the company or portfolio, null for the whole firm
 * @param profile what
 * @param profileName name of a profile of the firm's own, null for one that ships
 */
public record RightPart(
        Scope scope, @Nullable String placeName, Profile profile, @Nullable String profileName)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
