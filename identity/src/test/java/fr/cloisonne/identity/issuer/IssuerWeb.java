package fr.cloisonne.identity.issuer;

import fr.cloisonne.identity.SignedInPerson;
import fr.cloisonne.identity.signin.LocalSignIn;
import fr.cloisonne.identity.signin.SessionOpening;
import fr.cloisonne.identity.signin.SignInWay;
import jakarta.servlet.http.HttpServlet;
import java.net.InetAddress;
import java.util.Objects;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.filter.RequestContextFilter;

/** The issuer's chain as the product has it, beside the plainest of sign-in pages. */
@EnableWebSecurity
class IssuerWeb {

    @Bean
    static PropertySourcesPlaceholderConfigurer placeholders() {
        return new PropertySourcesPlaceholderConfigurer();
    }

    @Bean
    TomcatServletWebServerFactory server(Environment settings) {
        int port = settings.getRequiredProperty("server.port", Integer.class);
        var server = new TomcatServletWebServerFactory(port);
        server.setAddress(InetAddress.getLoopbackAddress());
        return server;
    }

    /** As the product has it: whoever asks about a session does so within its request. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> requests() {
        var requests = new FilterRegistrationBean<>(new RequestContextFilter());
        requests.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return requests;
    }

    @Bean
    ServletRegistrationBean<HttpServlet> nothing() {
        return new ServletRegistrationBean<>(new Nothing(), "/");
    }

    @Bean
    @Order(1)
    SecurityFilterChain issuer(HttpSecurity http, TokenIssuer issuer) {
        issuer.configure(http, new HttpSessionRequestCache());
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, LocalSignIn local, SessionOpening sessions) {
        var next = new SavedRequestAwareAuthenticationSuccessHandler();
        http.authenticationProvider(local);
        http.csrf(forgery -> forgery.disable());
        http.formLogin(form ->
                form.loginPage("/sign-in")
                        .successHandler((request, response, signedIn) -> {
                            var person =
                                    (SignedInPerson)
                                            Objects.requireNonNull(signedIn.getPrincipal());
                            sessions.open(request, person.id(), new SignInWay.Password());
                            next.onAuthenticationSuccess(request, response, signedIn);
                        })
                        .permitAll());
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        return http.build();
    }

    /** Whatever no filter has answered is not found. */
    private static final class Nothing extends HttpServlet {

        private static final long serialVersionUID = 1L;
    }
}
