package fr.cloisonne.identity.federation;

import java.util.function.Function;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * What a provider is asked. State and nonce are Spring Security's (256 bits and more), PKCE always
 * S256; the level asked is ours.
 */
final class AuthorizationRequests {

    private AuthorizationRequests() {}

    static DefaultOAuth2AuthorizationRequestResolver resolver(
            ClientRegistrationRepository registrations,
            String start,
            Function<String, Provider> providers) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, start);
        resolver.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce()
                        .andThen(request -> askLevel(request, providers))
                        .andThen(AuthorizationRequests::hint));
        return resolver;
    }

    private static void hint(OAuth2AuthorizationRequest.Builder request) {
        LoginHint.ofThisRequest()
                .ifPresent(hint ->
                        request.additionalParameters(more -> more.put(LoginHint.PARAMETER, hint)));
    }

    private static void askLevel(
            OAuth2AuthorizationRequest.Builder request, Function<String, Provider> providers) {
        request.attributes(attributes -> {
            String id = String.valueOf(attributes.get("registration_id"));
            String level = providers.apply(id).level();
            if (!level.isBlank()) {
                request.additionalParameters(more -> more.put("acr_values", level));
            }
        });
    }
}
