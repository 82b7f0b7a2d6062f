package fr.cloisonne.identity.provisioning;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A group of the firm's directory, for the firm's administrators.
 *
 * @param id which
 * @param displayName its name in the directory, or the value of the claim
 * @param claim in which claim of a provider its name is said, or null for a directory's own
 * @param members how many are in it
 * @param rights what it gives
 */
public record GroupSheet(
        ProvisionedGroupId id,
        String displayName,
        @Nullable String claim,
        int members,
        List<GroupRight> rights) {

    /**
     * What it was seen to give, for whoever decides on the sight of it.
     *
     * @return the ids of its rights
     */
    public Set<UUID> seen() {
        return rights.stream().map(GroupRight::id).collect(Collectors.toUnmodifiableSet());
    }
}
