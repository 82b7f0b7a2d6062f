package fr.cloisonne.api.scim;

import fr.cloisonne.identity.provisioning.ProvisioningAccess;
import fr.cloisonne.identity.provisioning.ProvisioningAccess.Answer;
import fr.cloisonne.identity.provisioning.ProvisioningCaller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a directory in by the token that it shows, or answers why not. */
@Component
class ScimDoor extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ProvisioningAccess access;

    ScimDoor(ProvisioningAccess access) {
        this.access = access;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (access.open(shown(request), request.getRemoteAddr())) {
            case Answer.Open open -> {
                enter(open.caller());
                chain.doFilter(request, response);
            }
            case Answer.SlowDown slow -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "60");
                ScimErrors.write(
                        response,
                        HttpStatus.TOO_MANY_REQUESTS,
                        "Too many wrong tokens from this address; try again in a minute.");
            }
            case Answer.Unknown unknown -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"scim\"");
                ScimErrors.write(
                        response,
                        HttpStatus.UNAUTHORIZED,
                        "No token, or one that is unknown, expired or revoked; an administrator of"
                                + " the firm makes a new one on the page of its directory.");
            }
        }
    }

    private static String shown(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : "";
    }

    private static void enter(ProvisioningCaller caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(caller, null, List.of()));
        SecurityContextHolder.setContext(context);
    }

    /** It stands in its own chain alone, not before every request. */
    @Configuration(proxyBeanMethods = false)
    static class NotByItself {

        @Bean
        FilterRegistrationBean<ScimDoor> scimDoorNotByItself(ScimDoor door) {
            FilterRegistrationBean<ScimDoor> registration = new FilterRegistrationBean<>(door);
            registration.setEnabled(false);
            return registration;
        }
    }
}
