package fr.cloisonne.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes the code that the second page of a sign-in sends. */
class SecondFactorSignIn extends AbstractAuthenticationProcessingFilter {

    static final String PAGE = "/sign-in/second";

    private final PendingSignIns pending;
    private final CodeCheck codes;
    private final LostFactors lost;
    private final RefusedSignIns refused;

    SecondFactorSignIn(
            PendingSignIns pending, CodeCheck codes, LostFactors lost, RefusedSignIns refused) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PAGE));
        this.pending = pending;
        this.codes = codes;
        this.lost = lost;
        this.refused = refused;
        setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        setAuthenticationFailureHandler(this::failed);
    }

    @Override
    public Authentication attemptAuthentication(
            HttpServletRequest request, HttpServletResponse response) {
        PendingSignIn first =
                pending.find(request.getSession(false))
                        .orElseThrow(() -> new CredentialsExpiredException("Nothing waits"));
        if (request.getParameter("lost") != null) {
            return withoutFactors(first, request);
        }
        String code = Objects.requireNonNullElse(request.getParameter("code"), "");
        Factor second =
                codes.check(first.person(), code, request.getRemoteAddr())
                        .orElseThrow(() -> new BadCredentialsException("Wrong code"));
        pending.forget(request.getSession());
        return new WholeSignIn(first, second);
    }

    private Authentication withoutFactors(PendingSignIn first, HttpServletRequest request) {
        if (!lost.enter(first.person())) {
            throw new BadCredentialsException("No way back in");
        }
        pending.forget(request.getSession());
        return new WholeSignIn(first, null);
    }

    private void failed(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        switch (failure) {
            case CredentialsExpiredException over ->
                    response.sendRedirect("/sign-in?error=second-expired");
            case SlowDownException slow -> response.sendRedirect(PAGE + "?error=slow-down");
            default -> {
                pending.find(request.getSession(false))
                        .ifPresent(first -> refused.second(first.person(), first.way()));
                response.sendRedirect(PAGE + "?error=wrong-code");
            }
        }
    }
}
