package fr.cloisonne.api.scim;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.stereotype.Component;

/** The chain of the directories' calls: a token with each request, no session, no cookie. */
@Component
public class ScimChain {

    private final ScimDoor door;

    ScimChain(ScimDoor door) {
        this.door = door;
    }

    /**
     * Sets the chain up.
     *
     * @param http the chain
     */
    public void configure(HttpSecurity http) {
        http.securityMatcher(ScimAnswers.ROOT + "/**");
        http.sessionManagement(
                session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(forgery -> forgery.disable());
        http.requestCache(cache -> cache.disable());
        http.logout(logout -> logout.disable());
        http.authorizeHttpRequests(paths -> paths.anyRequest().authenticated());
        http.addFilterBefore(door, AnonymousAuthenticationFilter.class);
    }
}
