package fr.cloisonne.identity.issuer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * An authorization request as it is kept until its code is used: strings and lists, no class names,
 * so that nothing but this can come back from the database.
 */
record AskedFor(
        String address,
        @Nullable String redirectUri,
        List<String> scopes,
        @Nullable String state,
        Map<String, Object> more) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String json(OAuth2AuthorizationRequest request) {
        return JSON.writeValueAsString(
                new AskedFor(
                        request.getAuthorizationUri(),
                        request.getRedirectUri(),
                        List.copyOf(request.getScopes()),
                        request.getState(),
                        request.getAdditionalParameters()));
    }

    static OAuth2AuthorizationRequest read(String json, String clientId) {
        AskedFor asked = JSON.readValue(json, AskedFor.class);
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(asked.address())
                .clientId(clientId)
                .redirectUri(asked.redirectUri())
                .scopes(Set.copyOf(asked.scopes()))
                .state(asked.state())
                .additionalParameters(asked.more())
                .build();
    }
}
