package fr.cloisonne.identity.habilitation;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a profile is.
 *
 * @param profile which
 * @param name as the firm calls it; null for those that ship, whose names are in the bundles
 * @param rights what it allows
 * @param version grows with each change
 */
public record ProfileSheet(Profile profile, @Nullable String name, Set<Right> rights, int version)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * Whether it ships with the product.
     *
     * @return false for one of the firm's own
     */
    public boolean ships() {
        return name == null;
    }
}
