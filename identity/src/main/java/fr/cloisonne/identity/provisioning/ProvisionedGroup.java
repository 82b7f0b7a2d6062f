package fr.cloisonne.identity.provisioning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of a firm's directory.
 *
 * @param id which
 * @param displayName its name
 * @param externalId the directory's own id
 * @param members who is in it
 * @param created when the directory told of it first
 * @param changed when that changed last
 * @param version other after each change
 */
public record ProvisionedGroup(
        ProvisionedGroupId id,
        String displayName,
        @Nullable String externalId,
        List<Reference> members,
        Instant created,
        Instant changed,
        String version) {}
