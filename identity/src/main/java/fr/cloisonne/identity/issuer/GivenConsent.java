package fr.cloisonne.identity.issuer;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What a person has allowed a tool to learn of them.
 *
 * @param tool which
 * @param name the tool's name
 * @param firm the firm that has registered it
 * @param scopes what it may learn
 * @param at when they said so last
 */
public record GivenConsent(UUID tool, String name, String firm, Set<String> scopes, Instant at)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
