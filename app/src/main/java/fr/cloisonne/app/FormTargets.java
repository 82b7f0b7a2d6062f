package fr.cloisonne.app;

import fr.cloisonne.identity.federation.SignInOptions;
import fr.cloisonne.identity.issuer.ToolConsent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Where forms may lead beside our own pages: browsers check {@code form-action} along redirects, so
 * the providers' origins are named, and a tool's that waits for this person.
 */
@Component
class FormTargets {

    private final SignInOptions options;
    private final ToolConsent tools;

    FormTargets(SignInOptions options, ToolConsent tools) {
        this.options = options;
        this.tools = tools;
    }

    String sources(HttpServletRequest page) {
        return Stream.concat(
                        options.origins(page.getSession(false)).stream(),
                        tools.origins(page).stream())
                .distinct()
                .map(origin -> " " + origin)
                .collect(Collectors.joining());
    }
}
