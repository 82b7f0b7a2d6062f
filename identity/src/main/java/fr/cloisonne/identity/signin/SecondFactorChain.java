package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.audit.AuditTrail;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
    private final AuditTrail audit;

    SecondFactorChain(
            PendingSignIns pending,
            CodeCheck codes,
            LostFactors lost,
            PasskeyQuestions passkeys,
            AuditTrail audit) {
        this.pending = pending;
        this.codes = codes;
        this.lost = lost;
        this.passkeys = passkeys;
        this.audit = audit;
    }

    /**
     * Adds it.
     *
     * @param security the chain
     * @param signedIn what follows a sign-in of any kind
     */
    public void configure(HttpSecurity security, AuthenticationSuccessHandler signedIn) {
        var code = new SecondFactorSignIn(pending, codes, lost, audit);
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

    private void noPasskey(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        audit.recordInService(null, "signin.refused", Map.of("reason", "passkey"));
        String page = request.getParameter("second") == null ? "/sign-in" : SecondFactorSignIn.PAGE;
        response.sendRedirect(page + "?error=passkey");
    }
}
