package fr.cloisonne.identity.membership;

import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.habilitation.PromisedRight;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is invited, and to what.
 *
 * @param email the mailbox
 * @param name the person's name, as the inviter knows it
 * @param language in which they are written to
 * @param staffOf the one company whose own staff they are; null for a colleague of the firm
 * @param rights what waits for them, maybe nothing
 * @param first first day, if the rights are lent
 * @param last last day, if the rights are lent
 */
public record InvitationForm(
        EmailAddress email,
        PersonName name,
        Locale language,
        @Nullable TenantId staffOf,
        Set<PromisedRight> rights,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {

    /** Copies what was given. */
    public InvitationForm {
        rights = Set.copyOf(rights);
        if ((first == null) != (last == null)) {
            throw new IllegalArgumentException("a first day without a last one");
        }
    }
}
