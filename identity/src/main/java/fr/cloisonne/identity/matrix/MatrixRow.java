package fr.cloisonne.identity.matrix;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Scope;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One place of a firm: the firm itself, a portfolio or a client company, and what some people hold
 * there.
 *
 * @param scope the place
 * @param name its name, null for the whole firm
 * @param siren of a company
 * @param cells by person; nobody who holds nothing
 */
public record MatrixRow(
        Scope scope,
        @Nullable String name,
        @Nullable String siren,
        Map<UserAccountId, List<MatrixMark>> cells)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * What a person holds here.
     *
     * @param person who
     * @return own things first
     */
    public List<MatrixMark> of(UserAccountId person) {
        return cells.getOrDefault(person, List.of());
    }
}
