package fr.cloisonne.identity.issuer;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was granted once, as it is kept, with its tokens of today.
 *
 * @param id which
 * @param client to which client
 * @param clientName its name in the protocol
 * @param person the person for whom it acts, or null for a machine
 * @param type by which grant of OAuth 2
 * @param scopes what was granted
 * @param request what was asked, as JSON
 * @param version how often it was written
 * @param expiresAt when nothing of it counts any more
 * @param tokens its tokens
 */
record Grant(
        UUID id,
        UUID client,
        String clientName,
        @Nullable PersonAtIssuer person,
        String type,
        Set<String> scopes,
        @Nullable String request,
        long version,
        Instant expiresAt,
        List<IssuedToken> tokens) {}
