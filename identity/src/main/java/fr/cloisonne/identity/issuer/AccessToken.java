package fr.cloisonne.identity.issuer;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.technical.TokenClientId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an access token stands for: its client, never a company; which companies that reaches is
 * asked of the client at each request.
 *
 * @param client the connection or tool
 * @param clientId its name in the protocol
 * @param person the person for whom a tool acts, or null for a machine
 * @param scopes what was granted
 * @param issuedAt since when
 * @param expiresAt until when
 */
public record AccessToken(
        TokenClientId client,
        String clientId,
        @Nullable UserAccountId person,
        Set<String> scopes,
        Instant issuedAt,
        Instant expiresAt) {

    static AccessToken of(Grant grant, IssuedToken token) {
        PersonAtIssuer person = grant.person();
        return new AccessToken(
                new TokenClientId(grant.client()),
                grant.clientName(),
                person == null ? null : person.id(),
                grant.scopes(),
                token.issuedAt(),
                token.expiresAt());
    }
}
