package fr.cloisonne.identity.membership;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.habilitation.RightPart;
import fr.cloisonne.tenancy.value.FirmCard;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An invitation, as people read it.
 *
 * @param id which
 * @param firm into which firm
 * @param email the mailbox
 * @param name who is invited
 * @param language in which they are written to
 * @param inviter who invites
 * @param parts the rights that wait
 * @param first first day, if they are lent
 * @param last last day, if they are lent
 * @param sent when it was sent last
 * @param expires until when it can be accepted
 * @param state how it stands
 */
public record InvitationLine(
        InvitationId id,
        FirmCard firm,
        String email,
        PersonName name,
        Locale language,
        PersonCard inviter,
        List<RightPart> parts,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        Instant sent,
        Instant expires,
        InvitationState state)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Whether it can be accepted. */
    public boolean open() {
        return state.open();
    }
}
