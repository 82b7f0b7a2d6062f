package fr.cloisonne.identity.registration;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.tenancy.value.FirmCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to belong to a firm, as it is told to people.
 *
 * @param person who asks
 * @param firm where
 * @param accepted the answer, null while there is none
 * @param reason why, as the firm says; may be empty
 * @param administrators who may answer
 */
public record AttachmentNews(
        PersonCard person,
        FirmCard firm,
        @Nullable Boolean accepted,
        String reason,
        List<PersonCard> administrators) {}
