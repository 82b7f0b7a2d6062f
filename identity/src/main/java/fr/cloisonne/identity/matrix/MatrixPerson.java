package fr.cloisonne.identity.matrix;

import fr.cloisonne.identity.PersonCard;
import java.io.Serializable;

/**
 * A member of the firm, as a column.
 *
 * @param card who
 * @param suspended whether nothing of theirs counts at the moment
 */
public record MatrixPerson(PersonCard card, boolean suspended) implements Serializable {

    private static final long serialVersionUID = 1L;
}
