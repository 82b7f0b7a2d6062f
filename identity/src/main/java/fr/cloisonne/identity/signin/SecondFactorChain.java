package fr.cloisonne.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.stereotype.Component;

/** Puts passkeys and the second half of a sign-in into a security chain. */
@Component
public class SecondFactorChain {

    private final PendingSignIns pending;
    private final CodeCheck codes;
    private final LostFactors lost;
    private final PasskeyQuestions passkeys;
    private final RefusedSignIns refused;
    private final OriginBound origins;

    SecondFactorChain(
            PendingSignIns pending,
            CodeCheck codes,
            LostFactors lost,
            PasskeyQuestions passkeys,
            RefusedSignIns refused,
            Clock clock) {
        this.pending = pending;
        this.codes = codes;
        this.lost = lost;
        this.passkeys = passkeys;
        this.refused = refused;
        this.origins = new OriginBound(clock, 20, Duration.ofSeconds(2));
    }

    /**
     * Adds it.
     *
     * @param security the chain
     * @param signedIn what follows a sign-in of any kind
     */
    public void configure(HttpSecurity security, AuthenticationSuccessHandler signedIn) {
        var code = new SecondFactorSignIn(pending, codes, lost, refused);
        var passkey = new PasskeySignIn(pending, passkeys);
        passkey.setAuthenticationFailureHandler(this::noPasskey);
        for (var filter : List.of(code, passkey)) {
            filter.setAuthenticationManager(authentication -> authentication);
            filter.setAuthenticationSuccessHandler(signedIn);
            security.addFilterAfter(filter, UsernamePasswordAuthenticationFilter.class);
        }
        // These forms carry no token; whoever sends one must be a page of ours.
        security.csrf(
                csrf -> csrf.ignoringRequestMatchers(SecondFactorSignIn.PAGE, PasskeySignIn.PAGE));
    }

    /**
     * A right answer always opens, since it cannot be guessed and a neighbour's wrong ones shall
     * cost nobody their way in; of wrong ones from one network address only so many are told apart.
     */
    private void noPasskey(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        String origin = Objects.requireNonNullElse(request.getRemoteAddr(), "");
        boolean slow = !origins.take(origin);
        boolean second = request.getParameter("second") != null;
        if (!slow) {
            keep(second ? pending.find(request.getSession(false)) : Optional.empty(), origin);
        }
        String page = second ? SecondFactorSignIn.PAGE : "/sign-in";
        response.sendRedirect(page + (slow ? "?error=slow-down" : "?error=passkey"));
    }

    private void keep(Optional<PendingSignIn> first, String origin) {
        first.ifPresentOrElse(
                one -> refused.second(one.person(), one.way()),
                () -> refused.first("passkey", null, origin));
    }
}
