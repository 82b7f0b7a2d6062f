package fr.cloisonne.identity.provisioning;

import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a directory says of a person.
 *
 * @param userName unique in the firm whatever its case, at most 254 characters
 * @param externalId the directory's own id, at most 255 characters
 * @param name the name
 * @param email the professional address
 * @param active whether the person works for the firm
 */
public record PersonFacts(
        String userName,
        @Nullable String externalId,
        PersonName name,
        EmailAddress email,
        boolean active) {

    /** Refuses what is too long or cannot be shown. */
    public PersonFacts {
        userName = Texts.required(userName, "userName", 254);
        externalId = Texts.optional(externalId, "externalId", 255);
    }

    /**
     * Puts it together from what was sent.
     *
     * @param userName as sent
     * @param externalId as sent
     * @param given as sent
     * @param family as sent
     * @param email as sent
     * @param active as sent
     * @return the facts
     * @throws ProvisioningRefusedException naming the attribute that is not right
     */
    public static PersonFacts of(
            @Nullable String userName,
            @Nullable String externalId,
            @Nullable String given,
            @Nullable String family,
            @Nullable String email,
            boolean active) {
        return new PersonFacts(
                Texts.required(userName, "userName", 254),
                externalId,
                new PersonName(
                        Texts.required(given, "name.givenName", 100),
                        Texts.required(family, "name.familyName", 100)),
                address(email),
                active);
    }

    private static EmailAddress address(@Nullable String email) {
        try {
            EmailAddress address = new EmailAddress(Texts.required(email, "emails", 254));
            Texts.required(address.key(), "emails", 254);
            return address;
        } catch (IllegalArgumentException invalid) {
            throw new ProvisioningRefusedException(Reason.VALUE, "emails");
        }
    }
}
