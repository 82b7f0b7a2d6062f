package fr.cloisonne.app;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import fr.cloisonne.identity.issuer.TokenIssuer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The token issuer's security chain, asked before the people's. */
@Configuration(proxyBeanMethods = false)
class IssuerSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain issuer(
            HttpSecurity http, TokenIssuer issuer, VaadinDefaultRequestCache requests) {
        issuer.configure(http, requests);
        AnswerHeaders.of(http);
        return http.build();
    }
}
