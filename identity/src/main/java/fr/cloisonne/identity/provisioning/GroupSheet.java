package fr.cloisonne.identity.provisioning;

import java.util.List;

/**
 * A group of the firm's directory, for the firm's administrators.
 *
 * @param id which
 * @param displayName its name in the directory
 * @param members how many are in it
 * @param rights what it gives
 */
public record GroupSheet(
        ProvisionedGroupId id, String displayName, int members, List<GroupRight> rights) {}
