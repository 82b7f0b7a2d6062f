package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.signin.Destination;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sign-in that begins at a provider's portal (OpenID Connect Core §4, {@code initiate_login_uri}):
 * each provider has an address of its own here. It names itself by {@code iss}; the page that it
 * asks for is one of ours or none.
 */
final class InitiatedSignIn extends OncePerRequestFilter {

    static final String PATH = "/oauth2/initiate/";

    private final Providers providers;
    private final String baseUrl;

    InitiatedSignIn(Providers providers, String baseUrl) {
        this.providers = providers;
        this.baseUrl = baseUrl;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PATH);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = request.getRequestURI().substring(PATH.length());
        Optional<Provider> provider =
                providers.live(id).filter(one -> one.issuer().equals(request.getParameter("iss")));
        response.sendRedirect(
                provider.isPresent() ? start(id, request) : "/sign-in?error=provider-unknown");
    }

    private String start(String id, HttpServletRequest request) {
        target(request.getParameter("target_link_uri")).ifPresent(page -> page.keep(request));
        var start = UriComponentsBuilder.fromPath(ProviderAnswerCheck.START + "{id}");
        String hint = request.getParameter(LoginHint.PARAMETER);
        if (hint != null) {
            start.queryParam(LoginHint.PARAMETER, "{hint}");
        }
        return start.encode().buildAndExpand(id, hint).toUriString();
    }

    private Optional<Destination> target(@Nullable String address) {
        return Optional.ofNullable(address)
                .filter(one -> one.startsWith(baseUrl + "/"))
                .map(one -> one.substring(baseUrl.length()))
                .flatMap(Destination::tryParse);
    }
}
