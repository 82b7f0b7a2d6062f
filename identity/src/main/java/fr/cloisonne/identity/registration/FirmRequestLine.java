package fr.cloisonne.identity.registration;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.Siren;
import java.io.Serializable;
import java.time.Instant;

/**
 * A firm that waits for an operator.
 *
 * @param firm which
 * @param shortName the name asked for
 * @param legalName its name
 * @param siren its SIREN
 * @param checked whether the directory knew it
 * @param capacity in what capacity the person registered
 * @param person who asks
 * @param askedAt when
 */
public record FirmRequestLine(
        FirmId firm,
        String shortName,
        String legalName,
        Siren siren,
        boolean checked,
        Capacity capacity,
        PersonCard person,
        Instant askedAt)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
