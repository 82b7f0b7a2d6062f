package fr.cloisonne.identity.provisioning;

import java.time.Instant;
import java.util.List;

/**
 * A person of a firm's directory.
 *
 * @param id within this firm
 * @param facts what the directory says
 * @param groups in which groups
 * @param created when the directory told of them first
 * @param changed when that changed last
 * @param version other after each change
 */
public record ProvisionedPerson(
        ProvisionedPersonId id,
        PersonFacts facts,
        List<Reference> groups,
        Instant created,
        Instant changed,
        String version) {}
