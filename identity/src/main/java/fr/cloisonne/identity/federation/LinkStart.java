package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.signin.ProofNeededException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where a person who is signed in goes to a provider to have an identity there linked. */
final class LinkStart extends OncePerRequestFilter {

    static final String PAGE = "/account/identities";

    static final String PATH = "/oauth2/link/";

    private final LinkIntents intents;

    LinkStart(LinkIntents intents) {
        this.intents = intents;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PATH);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<UserAccountId> person = SignedInHere.person();
        String provider = request.getRequestURI().substring(PATH.length());
        response.sendRedirect(
                person.isEmpty() || !provider.matches("[A-Za-z0-9_-]{1,100}")
                        ? PAGE
                        : start(request, person.get(), provider));
    }

    private String start(HttpServletRequest request, UserAccountId person, String provider) {
        try {
            intents.begin(request.getSession(), person, provider);
            return ProviderAnswerCheck.START + provider;
        } catch (ProofNeededException unproven) {
            return PAGE + "?outcome=proof";
        }
    }
}
