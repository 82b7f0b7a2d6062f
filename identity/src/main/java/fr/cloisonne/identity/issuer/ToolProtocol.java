package fr.cloisonne.identity.issuer;

import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Vouching;
import fr.cloisonne.identity.signin.SignedInChain;
import fr.cloisonne.identity.signin.SignedInSessions;
import fr.cloisonne.identity.technical.ToolMembers;
import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OidcConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2PushedAuthorizationRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.CompositeLogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** How people sign in to tools of others (OpenID Connect), and out of them again. */
@Component
class ToolProtocol {

    private final SignedInSessions sessions;
    private final SignedInChain chain;
    private final ToolMembers members;
    private final Vouching vouching;
    private final PersonClaims claims;
    private final IssuerAddress address;
    private final AuditTrail audit;
    private final Clock clock;

    ToolProtocol(
            SignedInSessions sessions,
            SignedInChain chain,
            ToolMembers members,
            Vouching vouching,
            PersonClaims claims,
            IssuerAddress address,
            AuditTrail audit,
            Clock clock) {
        this.sessions = sessions;
        this.chain = chain;
        this.members = members;
        this.vouching = vouching;
        this.claims = claims;
        this.address = address;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who is at the browser is settled before any rule is asked. */
    void recognise(HttpSecurity http) {
        chain.configure(http);
        http.addFilterAfter(new PeopleAtIssuer(sessions), SecurityContextHolderFilter.class);
    }

    void set(OAuth2AuthorizationServerConfigurer server, RequestCache requests) {
        var answers = new ToolAnswers(address.issuer(), new SignInAgain(requests, clock), audit);
        server.authorizationEndpoint(authorize ->
                        authorize
                                .consentPage(IssuerAddress.CONSENT)
                                .authenticationProviders(this::rules)
                                .authorizationResponseHandler(answers::granted)
                                .errorResponseHandler(answers::refused))
                .pushedAuthorizationRequestEndpoint(
                        pushed -> pushed.authenticationProviders(this::rules))
                .oidc(this::set);
    }

    private void set(OidcConfigurer oidc) {
        oidc.providerConfigurationEndpoint(metadata ->
                        metadata.providerConfigurationCustomizer(
                                told -> told.claims(Metadata::people)))
                .userInfoEndpoint(info -> info.userInfoMapper(claims::userInfo))
                .logoutEndpoint(logout -> logout.logoutResponseHandler(signedOut()));
    }

    /** The product's own session ends with it, on every node, and so do the tokens of all tools. */
    private OidcLogoutAuthenticationSuccessHandler signedOut() {
        var handler = new OidcLogoutAuthenticationSuccessHandler();
        handler.setLogoutHandler(
                new CompositeLogoutHandler(chain.signOut(), new SecurityContextLogoutHandler()));
        return handler;
    }

    private void rules(List<AuthenticationProvider> providers) {
        var rules = new RequestRules(members, vouching, clock);
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
                requests.setAuthenticationValidator(rules);
                requests.setAuthorizationConsentRequired(ToolProtocol::mustAgree);
            } else if (provider
                    instanceof OAuth2PushedAuthorizationRequestAuthenticationProvider pushed) {
                pushed.setAuthenticationValidator(rules);
            }
        }
    }

    /** Each tool once, for whatever it asks, and again where it wants that or more than before. */
    private static boolean mustAgree(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        var agreed = context.getAuthorizationConsent();
        return agreed == null
                || !agreed.getScopes().containsAll(request.getScopes())
                || RequestRules.prompts(request.getAdditionalParameters()).contains("consent");
    }
}
