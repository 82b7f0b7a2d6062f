package fr.cloisonne.app;

import fr.cloisonne.api.scim.ScimChain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The machines' security chains: before that of people, each for addresses of its own. */
@Configuration(proxyBeanMethods = false)
class MachineSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain directories(HttpSecurity http, ScimChain scim) {
        scim.configure(http);
        AnswerHeaders.of(http);
        return http.build();
    }
}
