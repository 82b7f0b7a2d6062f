package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.UserAccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes the answer of a passkey: as the whole of a sign-in, or as the second half of one. */
class PasskeySignIn extends AbstractAuthenticationProcessingFilter {

    static final String PAGE = "/sign-in/passkey";

    private final PendingSignIns pending;
    private final PasskeyQuestions questions;

    PasskeySignIn(PendingSignIns pending, PasskeyQuestions questions) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PAGE));
        this.pending = pending;
        this.questions = questions;
        setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
    }

    @Override
    public Authentication attemptAuthentication(
            HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        String answer = Objects.requireNonNullElse(request.getParameter("answer"), "");
        UserAccountId person =
                questions
                        .answered(session, answer)
                        .orElseThrow(() -> new BadCredentialsException("No passkey of ours"));
        return request.getParameter("second") == null
                ? WholeSignIn.byPasskey(person, request.getParameter("link"))
                : second(pending.find(session), person, session);
    }

    private Authentication second(
            Optional<PendingSignIn> first, UserAccountId person, @Nullable HttpSession session) {
        PendingSignIn waits =
                first.filter(one -> one.person().equals(person))
                        .orElseThrow(() -> new BadCredentialsException("Another's passkey"));
        pending.forget(Objects.requireNonNull(session));
        return new WholeSignIn(waits, Factor.PASSKEY);
    }
}
