package fr.cloisonne.identity.habilitation;

import java.io.Serializable;

/**
 * A profile in a place, for somebody who does not hold it yet.
 *
 * @param scope where
 * @param profile what
 */
public record PromisedRight(Scope scope, Profile profile) implements Serializable {

    private static final long serialVersionUID = 1L;
}
