package fr.cloisonne.identity.issuer;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a bearer token stands for at this moment, for our own interfaces: it is read at each
 * request, so that a connection which is stopped stops with its next request.
 */
@Component
public class AccessTokens {

    private final GrantRows rows;
    private final Clock clock;

    AccessTokens(GrantRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Reads a token.
     *
     * @param presented as it came
     * @return what it stands for, if it is one of ours and counts
     */
    public Optional<AccessToken> read(String presented) {
        String hash = TokenHash.of(presented);
        return rows.byHash(hash, TokenKind.ACCESS.name())
                .map(grant -> ReadOnce.keep(hash, grant))
                .flatMap(grant -> live(grant, hash));
    }

    private Optional<AccessToken> live(Grant grant, String hash) {
        Instant now = clock.instant();
        return grant.tokens().stream()
                .filter(token -> token.hash().equals(hash))
                .filter(token -> !token.spent() && token.expiresAt().isAfter(now))
                .findFirst()
                .map(token -> AccessToken.of(grant, token));
    }
}
