package fr.cloisonne.app;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import fr.cloisonne.identity.federation.FederatedSignIn;
import fr.cloisonne.identity.federation.FederatedSignOut;
import fr.cloisonne.identity.signin.LocalSignIn;
import fr.cloisonne.identity.signin.NothingSaved;
import fr.cloisonne.identity.signin.SecondFactorChain;
import fr.cloisonne.identity.signin.SignInFailure;
import fr.cloisonne.identity.signin.SignedInChain;
import fr.cloisonne.ui.signin.SignInView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;

/** The people's security chain: both ways in on one page, and what every answer carries. */
@Configuration(proxyBeanMethods = false)
class Security {

    private final FederatedSignIn federation;
    private final FederatedSignOut signOut;
    private final LocalSignIn local;
    private final SignedInChain sessions;
    private final SecondFactorChain secondFactor;
    private final SignInFailure failure;
    private final ProductSettings settings;

    Security(
            FederatedSignIn federation,
            FederatedSignOut signOut,
            LocalSignIn local,
            SignedInChain sessions,
            SecondFactorChain secondFactor,
            SignInFailure failure,
            ProductSettings settings) {
        this.federation = federation;
        this.signOut = signOut;
        this.local = local;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.failure = failure;
        this.settings = settings;
    }

    @Bean
    SecurityFilterChain people(HttpSecurity http, VaadinDefaultRequestCache requests) {
        var home = new SavedRequestAwareAuthenticationSuccessHandler();
        home.setRequestCache(requests);
        AuthenticationSuccessHandler signedIn = federation.signedIn(home);

        http.authenticationProvider(local);
        http.authorizeHttpRequests(paths ->
                paths.requestMatchers(
                                "/actuator/health/**", "/styles.css", "/favicon.ico", "/icons/**")
                        .permitAll());
        http.with(
                vaadin(),
                pages ->
                        pages.loginView(SignInView.class)
                                .anyRequest(url -> url.authenticated())
                                .addLogoutHandler(signOut)
                                .addLogoutHandler(sessions.signOut())
                                .logoutSuccessHandler(new BothSides()));
        http.formLogin(form -> form.withObjectPostProcessor(ending(signedIn)));
        federation.configure(http, signedIn);
        sessions.configure(http);
        secondFactor.configure(http, signedIn);
        http.addFilterBefore(
                new SameOriginSignIn(settings.baseUrl()),
                UsernamePasswordAuthenticationFilter.class);
        AnswerHeaders.of(http);
        return http.build();
    }

    /** Vaadin sets handlers of its own on the form; ours come last. */
    private ObjectPostProcessor<UsernamePasswordAuthenticationFilter> ending(
            AuthenticationSuccessHandler signedIn) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends UsernamePasswordAuthenticationFilter> O postProcess(O form) {
                form.setAuthenticationSuccessHandler(signedIn);
                form.setAuthenticationFailureHandler(failure);
                return new NothingSaved().postProcess(form);
            }
        };
    }

    /** Sign-out goes on at the provider that opened the session. */
    private final class BothSides extends SimpleUrlLogoutSuccessHandler {

        BothSides() {
            setRedirectStrategy(new UidlRedirectStrategy());
        }

        @Override
        protected String determineTargetUrl(
                HttpServletRequest request,
                HttpServletResponse response,
                @Nullable Authentication person) {
            return signOut.target(request, settings.baseUrl() + "/sign-in");
        }
    }
}
