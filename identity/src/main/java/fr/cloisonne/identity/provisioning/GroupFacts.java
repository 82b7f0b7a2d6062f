package fr.cloisonne.identity.provisioning;

import fr.cloisonne.identity.provisioning.ProvisioningRefusedException.Reason;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a directory says of a group.
 *
 * @param displayName unique in the firm whatever its case, at most 200 characters
 * @param externalId the directory's own id, at most 255 characters
 * @param members who is in it, at most 5,000 people
 */
public record GroupFacts(
        String displayName, @Nullable String externalId, Set<ProvisionedPersonId> members) {

    private static final int MOST = 5_000;

    /** Refuses what is too long, too many or cannot be shown. */
    public GroupFacts {
        displayName = Texts.required(displayName, "displayName", 200);
        externalId = Texts.optional(externalId, "externalId", 255);
        if (members.size() > MOST) {
            throw new ProvisioningRefusedException(Reason.TOO_MANY, "members");
        }
        members = Set.copyOf(members);
    }
}
