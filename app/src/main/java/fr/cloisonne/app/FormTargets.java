package fr.cloisonne.app;

import fr.cloisonne.identity.federation.SignInOptions;
import org.springframework.stereotype.Component;

/**
 * Where forms may lead beside our own pages: browsers check {@code form-action} along redirects, so
 * the providers' origins are named.
 */
@Component
class FormTargets {

    private final SignInOptions options;

    FormTargets(SignInOptions options) {
        this.options = options;
    }

    String sources() {
        return options.origins().stream().map(origin -> " " + origin).reduce("", String::concat);
    }
}
