package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.tenancy.value.Siren;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way by which one person reaches one company.
 *
 * @param company the company's name
 * @param siren its SIREN
 * @param person who
 * @param part through which profile, held where
 * @param giver who lends it, null for an own habilitation
 * @param until its last day, if it has one
 * @param lastUsed when the person was last inside, to within some minutes; null for never
 * @param password whether the person has a password
 * @param issuers the providers by which the person can sign in
 */
public record ReviewLine(
        String company,
        Siren siren,
        PersonCard person,
        RightPart part,
        @Nullable PersonName giver,
        @Nullable LocalDate until,
        @Nullable Instant lastUsed,
        boolean password,
        List<String> issuers)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Takes a copy. */
    public ReviewLine {
        issuers = List.copyOf(issuers);
    }
}
