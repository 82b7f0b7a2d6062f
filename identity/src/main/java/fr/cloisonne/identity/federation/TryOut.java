package fr.cloisonne.identity.federation;

import fr.cloisonne.tenancy.value.FirmShortName;
import java.io.Serializable;
import java.util.Objects;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * A try-out under way: what was asked of the provider, in whose page.
 *
 * @param firm the firm
 * @param provider the provider
 * @param version its settings, which this try is about
 * @param request what was asked
 */
record TryOut(
        FirmShortName firm, ProviderId provider, int version, OAuth2AuthorizationRequest request)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    static final String ATTRIBUTE = TryOut.class.getName();

    String state() {
        return Objects.requireNonNull(request.getState());
    }

    /** Where the page of this try-out is. */
    String page() {
        return "/f/" + firm + "/providers/" + provider + "/try";
    }
}
