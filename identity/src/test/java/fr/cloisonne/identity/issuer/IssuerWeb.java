package fr.cloisonne.identity.issuer;

import fr.cloisonne.identity.signin.LocalSignIn;
import jakarta.servlet.http.HttpServlet;
import java.net.InetAddress;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;

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

    @Bean
    ServletRegistrationBean<HttpServlet> nothing() {
        return new ServletRegistrationBean<>(new Nothing(), "/");
    }

    @Bean
    @Order(1)
    SecurityFilterChain issuer(HttpSecurity http, TokenIssuer issuer) {
        issuer.configure(http);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, LocalSignIn local) {
        http.authenticationProvider(local);
        http.csrf(forgery -> forgery.disable());
        http.formLogin(form -> form.loginPage("/sign-in").permitAll());
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        return http.build();
    }

    /** Whatever no filter has answered is not found. */
    private static final class Nothing extends HttpServlet {

        private static final long serialVersionUID = 1L;
    }
}
