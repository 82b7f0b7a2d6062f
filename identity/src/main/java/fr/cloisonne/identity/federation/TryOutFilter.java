package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.tenancy.value.FirmShortName;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The two addresses of a try-out: where it starts, and where the provider's answer comes in, which
 * is the address of every answer; the state tells whose it is.
 */
final class TryOutFilter extends OncePerRequestFilter {

    private static final String START = "/oauth2/try/";

    private final TryOuts tryOuts;

    TryOutFilter(TryOuts tryOuts) {
        this.tryOuts = tryOuts;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<UserAccountId> person = SignedInHere.person();
        Optional<TryOut> answered = person.isEmpty() ? Optional.empty() : answered(request);
        if (person.isPresent() && request.getRequestURI().startsWith(START)) {
            start(person.get(), request, response);
        } else if (person.isPresent() && answered.isPresent()) {
            finish(person.get(), answered.get(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void start(
            UserAccountId person, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String[] place = request.getRequestURI().substring(START.length()).split("/", -1);
        Optional<FirmShortName> firm = FirmShortName.tryParse(place[0]);
        Optional<ProviderId> id =
                place.length == 2 ? ProviderId.tryParse(place[1]) : Optional.empty();
        if (firm.isEmpty() || id.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String page = "/f/" + firm.get() + "/providers";
        try {
            TryOut begun = tryOuts.start(person, firm.get(), id.get(), request);
            request.getSession().setAttribute(TryOut.ATTRIBUTE, begun);
            response.sendRedirect(begun.request().getAuthorizationRequestUri());
        } catch (NoSuchCompanyException
                | RightMissingException
                | ProviderRefusedException
                | ProviderUnavailableException refused) {
            // The page says which.
            response.sendRedirect(page);
        }
    }

    /** The try-out that this request answers, taken so that it is answered once. */
    private static Optional<TryOut> answered(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        boolean ours =
                session != null
                        && request.getRequestURI().startsWith(ProviderAnswerCheck.ANSWER)
                        && session.getAttribute(TryOut.ATTRIBUTE) instanceof TryOut tried
                        && tried.state().equals(request.getParameter("state"));
        if (session == null || !ours) {
            return Optional.empty();
        }
        var tried = (TryOut) session.getAttribute(TryOut.ATTRIBUTE);
        session.removeAttribute(TryOut.ATTRIBUTE);
        return Optional.of(tried);
    }

    private void finish(
            UserAccountId person,
            TryOut tried,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            TryReport report = tryOuts.finish(person, tried, answer(tried, request));
            request.getSession().setAttribute(TryOuts.attribute(tried.provider()), report);
        } catch (NoSuchCompanyException | RightMissingException | ProviderRefusedException gone) {
            // The page says which.
        }
        response.sendRedirect(tried.page());
    }

    private static OAuth2AuthorizationResponse answer(TryOut tried, HttpServletRequest request) {
        String code = request.getParameter("code");
        String error = request.getParameter("error");
        var answer =
                code == null || code.isEmpty()
                        ? OAuth2AuthorizationResponse.error(error == null ? "invalid" : error)
                        : OAuth2AuthorizationResponse.success(code);
        return answer.redirectUri(Objects.requireNonNull(tried.request().getRedirectUri()))
                .state(tried.state())
                .build();
    }
}
