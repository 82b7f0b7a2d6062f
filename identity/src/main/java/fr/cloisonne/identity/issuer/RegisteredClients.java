package fr.cloisonne.identity.issuer;

import fr.cloisonne.identity.technical.ClientMethod;
import fr.cloisonne.identity.technical.TokenClient;
import fr.cloisonne.identity.technical.TokenClientId;
import fr.cloisonne.identity.technical.TokenClients;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The clients in the library's terms: proof key and consent for each, short tokens. */
@Component
@EnableConfigurationProperties(IssuerSettings.class)
class RegisteredClients implements RegisteredClientRepository {

    /** Under this the settings of a client carry its public keys. */
    static final String KEYS = "cloisonne.keys";

    private final TokenClients clients;
    private final IssuerSettings settings;

    RegisteredClients(TokenClients clients, IssuerSettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are made by their firm");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return ReadOnce.find(id, RegisteredClient.class)
                .or(() ->
                        clients.byId(new TokenClientId(UUID.fromString(id))).map(this::registered))
                .orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.byName(clientId)
                .map(this::registered)
                .map(client -> ReadOnce.keep(client.getId(), client))
                .orElse(null);
    }

    /** As much of a client as an authorization of its own needs. */
    RegisteredClient named(UUID id, String clientId) {
        return RegisteredClient.withId(id.toString())
                .clientId(clientId)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    private RegisteredClient registered(TokenClient client) {
        var registered =
                RegisteredClient.withId(client.id().toString())
                        .clientId(client.clientId())
                        .clientIdIssuedAt(client.createdAt())
                        .clientName(client.name())
                        .clientSecret(SecretsInUse.of(client.credentials()))
                        .clientAuthenticationMethods(ways -> ways.addAll(ways(client.method())))
                        .redirectUris(uris -> uris.addAll(client.redirectUris()))
                        .postLogoutRedirectUris(uris -> uris.addAll(client.signedOutUris()))
                        .scopes(scopes -> scopes.addAll(client.scopes()))
                        .clientSettings(rules(client))
                        .tokenSettings(lives());
        if (client.kind() == TokenClient.Kind.MACHINE) {
            registered.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
        } else {
            registered.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE);
            registered.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN);
        }
        return registered.build();
    }

    private static Set<ClientAuthenticationMethod> ways(ClientMethod method) {
        return switch (method) {
            case SECRET ->
                    Set.of(
                            ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                            ClientAuthenticationMethod.CLIENT_SECRET_POST);
            case KEY -> Set.of(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
            case NONE -> Set.of(ClientAuthenticationMethod.NONE);
        };
    }

    private static ClientSettings rules(TokenClient client) {
        List<String> keys =
                client.credentials().stream()
                        .map(TokenClient.Credential::publicKey)
                        .filter(Objects::nonNull)
                        .toList();
        return ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(true)
                .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES256)
                .setting(KEYS, keys)
                .build();
    }

    private TokenSettings lives() {
        return TokenSettings.builder()
                .authorizationCodeTimeToLive(settings.code())
                .accessTokenTimeToLive(settings.accessToken())
                .refreshTokenTimeToLive(settings.refreshToken())
                .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                .reuseRefreshTokens(false)
                .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
                .build();
    }
}
