package fr.cloisonne.identity.audit;

import java.io.Serializable;
import java.util.Set;

/**
 * A word that is searched for in the journal. Rows hold codes, so whoever speaks the reader's
 * language says which codes its words stand for; names are looked up here.
 *
 * @param typed as it was typed
 * @param codes of acts and profiles in whose words it occurs
 */
public record SoughtWord(String typed, Set<String> codes) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Keeps a copy. */
    public SoughtWord {
        codes = Set.copyOf(codes);
    }
}
