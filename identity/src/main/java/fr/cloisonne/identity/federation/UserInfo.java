package fr.cloisonne.identity.federation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Fetches userinfo as FranceConnect and ProConnect give it, a signed JWT ({@code application/jwt},
 * OpenID Connect Core §5.3.2), which Spring Security does not read by itself; plain JSON only where
 * the provider's settings say so. {@code sub} must be there and be the ID token's.
 */
@Component
class UserInfo implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final MediaType JWT = MediaType.valueOf("application/jwt");
    private static final int LONGEST = 64 * 1024;

    /** OpenID Connect Core §2: 255 ASCII characters. */
    private static final int LONGEST_SUBJECT = 255;

    private final ProviderRegistrations registrations;
    private final ProviderTokens tokens;
    private final ProviderHttp http;

    UserInfo(ProviderRegistrations registrations, ProviderTokens tokens, ProviderHttp http) {
        this.registrations = registrations;
        this.tokens = tokens;
        this.http = http;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        Provider provider = registrations.provider(request.getClientRegistration());
        Map<String, Object> claims =
                provider.userinfoSigned() ? signed(provider, request) : plain(provider, request);
        String subject = request.getIdToken().getSubject();
        if (subject == null
                || subject.isBlank()
                || subject.length() > LONGEST_SUBJECT
                || !subject.equals(claims.get("sub"))) {
            throw refused("sub is missing or another");
        }
        return new DefaultOidcUser(List.of(), request.getIdToken(), new OidcUserInfo(claims));
    }

    private Map<String, Object> signed(Provider provider, OidcUserRequest request) {
        ResponseEntity<String> answer = ask(provider, request, JWT).toEntity(String.class);
        MediaType type = answer.getHeaders().getContentType();
        String body = answer.getBody();
        if (type == null
                || !JWT.isCompatibleWith(type)
                || body == null
                || body.length() > LONGEST) {
            throw refused("userinfo is not a signed JWT");
        }
        try {
            return tokens.userinfo(request.getClientRegistration())
                    .decode(body.strip())
                    .getClaims();
        } catch (JwtException invalid) {
            throw new OAuth2AuthenticationException(new OAuth2Error("userinfo-invalid"), invalid);
        }
    }

    private Map<String, Object> plain(Provider provider, OidcUserRequest request) {
        Map<String, Object> claims =
                ask(provider, request, MediaType.APPLICATION_JSON)
                        .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        if (claims == null) {
            throw refused("userinfo is empty");
        }
        return claims;
    }

    private Answer ask(Provider provider, OidcUserRequest request, MediaType type) {
        String address =
                request.getClientRegistration().getProviderDetails().getUserInfoEndpoint().getUri();
        if (address == null) {
            throw refused("there is no userinfo");
        }
        return new Answer(
                http.client(provider)
                        .get()
                        .uri(address)
                        .accept(type)
                        .header(
                                HttpHeaders.AUTHORIZATION,
                                "Bearer " + request.getAccessToken().getTokenValue())
                        .retrieve());
    }

    /** An answer whose failures are the provider's. */
    private record Answer(RestClient.ResponseSpec response) {

        <T> ResponseEntity<T> toEntity(Class<T> type) {
            try {
                return response.toEntity(type);
            } catch (RestClientException failure) {
                throw unavailable(failure);
            }
        }

        <T> @Nullable T body(ParameterizedTypeReference<T> type) {
            try {
                return response.body(type);
            } catch (RestClientException failure) {
                throw unavailable(failure);
            }
        }

        private static OAuth2AuthenticationException unavailable(RestClientException failure) {
            return new OAuth2AuthenticationException(
                    new OAuth2Error("provider-unavailable"), failure);
        }
    }

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error("userinfo-invalid", why, null));
    }
}
