package fr.cloisonne.identity.federation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Ends both sides: a session that a provider opened is closed there too (OpenID Connect
 * RP-Initiated Logout 1.0), by the browser and with the ID token as hint. Runs before the session
 * is gone, since the token lies in it.
 */
@Component
public class FederatedSignOut implements LogoutHandler {

    private static final String ENDED = FederatedSignOut.class.getName();

    private final ProviderRegistrations registrations;

    FederatedSignOut(ProviderRegistrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication person) {
        var session = request.getSession(false);
        if (session != null) {
            request.setAttribute(ENDED, session.getAttribute(FederatedSession.ATTRIBUTE));
        }
    }

    /**
     * Where the browser goes now.
     *
     * @param request the request that signed out
     * @param home our own page, absolute
     * @return the provider's end of session, or our own page where no provider was in play
     */
    public String target(HttpServletRequest request, String home) {
        return request.getAttribute(ENDED) instanceof FederatedSession ended
                ? atProvider(ended, home)
                : home;
    }

    private String atProvider(FederatedSession ended, String home) {
        ClientRegistration provider = registrations.findByRegistrationId(ended.provider());
        Object end =
                provider == null
                        ? null
                        : provider.getProviderDetails()
                                .getConfigurationMetadata()
                                .get("end_session_endpoint");
        return provider == null
                        || end == null
                        || !registrations.provider(provider).signOut().there()
                ? home
                : UriComponentsBuilder.fromUriString(end.toString())
                        .queryParam("id_token_hint", "{token}")
                        .queryParam("post_logout_redirect_uri", "{home}")
                        .queryParam("state", "{state}")
                        .encode()
                        .buildAndExpand(ended.idToken(), home, UUID.randomUUID())
                        .toUriString();
    }
}
