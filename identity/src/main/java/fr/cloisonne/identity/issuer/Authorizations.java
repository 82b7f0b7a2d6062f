package fr.cloisonne.identity.issuer;

import static org.springframework.security.oauth2.server.authorization.OAuth2Authorization.Token.CLAIMS_METADATA_NAME;
import static org.springframework.security.oauth2.server.authorization.OAuth2Authorization.Token.INVALIDATED_METADATA_NAME;

import fr.cloisonne.identity.audit.AuditTrail;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * The issuer's memory, on all nodes. A code or refresh token counts once: of two requests that
 * bring it at the same time one is refused, and whoever brings a refresh token again ends all that
 * came of its grant, since one of the two was a thief.
 */
@Component
class Authorizations implements OAuth2AuthorizationService {

    /** How often a grant that was read had been written. */
    static final String VERSION = Authorizations.class.getName();

    private final GrantRows rows;
    private final GrantWriting writing;
    private final RegisteredClients clients;
    private final AuditTrail audit;

    Authorizations(
            GrantRows rows, GrantWriting writing, RegisteredClients clients, AuditTrail audit) {
        this.rows = rows;
        this.writing = writing;
        this.clients = clients;
        this.audit = audit;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        Grant grant = writing.grant(authorization);
        if (!rows.write(grant)) {
            // Somebody else has used the same code or refresh token in between.
            end(grant, "race");
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        rows.end(UUID.fromString(authorization.getId()));
    }

    /** Not asked by anything that is set up here. */
    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        String hash = TokenHash.of(token);
        return shown(hash, type)
                .or(() -> rows.byHash(hash, TokenKind.name(type)))
                .flatMap(grant -> unlessReused(grant, hash, type))
                .map(grant -> restored(grant, hash, token))
                .orElse(null);
    }

    /** The bearer of an access token has shown it to the chain already. */
    private static Optional<Grant> shown(String hash, @Nullable OAuth2TokenType type) {
        return type != null && OAuth2TokenType.ACCESS_TOKEN.equals(type)
                ? ReadOnce.find(hash, Grant.class)
                : Optional.empty();
    }

    private Optional<Grant> unlessReused(Grant grant, String hash, @Nullable OAuth2TokenType type) {
        boolean reused =
                type != null
                        && OAuth2TokenType.REFRESH_TOKEN.equals(type)
                        && grant.tokens().stream()
                                .anyMatch(token -> token.hash().equals(hash) && token.spent());
        if (reused) {
            end(grant, "refresh");
            return Optional.empty();
        }
        return Optional.of(grant);
    }

    private void end(Grant grant, String reason) {
        rows.end(grant.id());
        PersonAtIssuer person = grant.person();
        audit.recordInService(
                person == null ? null : person.id(),
                "token.reused",
                Map.of("client", grant.client().toString(), "reason", reason));
    }

    private OAuth2Authorization restored(Grant grant, String presentedHash, String presented) {
        RegisteredClient client = clients.named(grant.client(), grant.clientName());
        var authorization =
                OAuth2Authorization.withRegisteredClient(client)
                        .id(grant.id().toString())
                        .authorizationGrantType(new AuthorizationGrantType(grant.type()))
                        .authorizedScopes(grant.scopes())
                        .attribute(VERSION, grant.version());
        PersonAtIssuer person = grant.person();
        authorization.principalName(person == null ? grant.clientName() : person.getName());
        if (person != null) {
            authorization.attribute(Principal.class.getName(), person);
        }
        if (grant.request() != null) {
            authorization.attribute(
                    OAuth2AuthorizationRequest.class.getName(),
                    AskedFor.read(grant.request(), grant.clientName()));
        }
        for (IssuedToken token : grant.tokens()) {
            if (!token.hash().equals(presentedHash)) {
                add(authorization, grant, token, TokenHash.inPlaceOfValue(token.hash()));
            }
        }
        // Last, so that it stands before a later one of its kind.
        for (IssuedToken token : grant.tokens()) {
            if (token.hash().equals(presentedHash)) {
                add(authorization, grant, token, presented);
            }
        }
        return authorization.build();
    }

    private static void add(
            OAuth2Authorization.Builder authorization,
            Grant grant,
            IssuedToken token,
            String value) {
        Map<String, Object> claims =
                token.claims() == null ? Map.of() : Claims.typed(token.claims());
        switch (token.kind()) {
            case STATE -> authorization.attribute("state", value);
            case CODE ->
                    authorization.token(
                            new OAuth2AuthorizationCode(value, token.issuedAt(), token.expiresAt()),
                            metadata -> metadata.put(INVALIDATED_METADATA_NAME, token.spent()));
            case ACCESS ->
                    authorization.token(
                            new OAuth2AccessToken(
                                    OAuth2AccessToken.TokenType.BEARER,
                                    value,
                                    token.issuedAt(),
                                    token.expiresAt(),
                                    grant.scopes()),
                            metadata -> {
                                metadata.put(CLAIMS_METADATA_NAME, claims);
                                metadata.put(INVALIDATED_METADATA_NAME, token.spent());
                            });
            case REFRESH ->
                    authorization.token(
                            new OAuth2RefreshToken(value, token.issuedAt(), token.expiresAt()),
                            metadata -> metadata.put(INVALIDATED_METADATA_NAME, token.spent()));
            case ID ->
                    authorization.token(
                            new OidcIdToken(value, token.issuedAt(), token.expiresAt(), claims),
                            metadata -> {
                                metadata.put(CLAIMS_METADATA_NAME, claims);
                                metadata.put(INVALIDATED_METADATA_NAME, token.spent());
                            });
        }
    }
}
