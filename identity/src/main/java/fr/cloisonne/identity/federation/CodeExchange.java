package fr.cloisonne.identity.federation;

import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Exchanges codes for tokens, over the bounded calls of {@link ProviderHttp}. */
@Component
class CodeExchange implements OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> {

    private final ProviderRegistrations registrations;
    private final OwnAssertions assertions;
    private final ProviderHttp http;

    CodeExchange(ProviderRegistrations registrations, OwnAssertions assertions, ProviderHttp http) {
        this.registrations = registrations;
        this.assertions = assertions;
        this.http = http;
    }

    @Override
    public OAuth2AccessTokenResponse getTokenResponse(OAuth2AuthorizationCodeGrantRequest request) {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(with(registrations.provider(request.getClientRegistration())));
        client.addParametersConverter(assertions::parameters);
        return client.getTokenResponse(request);
    }

    private RestClient with(Provider provider) {
        return RestClient.builder()
                .requestFactory(http.requests(provider))
                .configureMessageConverters(converters ->
                        converters
                                .addCustomConverter(new FormHttpMessageConverter())
                                .addCustomConverter(
                                        new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new TokenRefusal())
                .build();
    }
}
