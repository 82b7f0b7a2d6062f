package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.EmailAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Whom a provider is to expect, as the request that starts a sign-in says. */
final class LoginHint {

    static final String PARAMETER = "login_hint";

    private static final int LONGEST = 254;

    private LoginHint() {}

    /** The end of an address that tells whom to expect. */
    static String query(EmailAddress address) {
        return "?" + PARAMETER + "=" + URLEncoder.encode(address.typed(), StandardCharsets.UTF_8);
    }

    static Optional<String> ofThisRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? Optional.ofNullable(here.getRequest().getParameter(PARAMETER))
                        .filter(hint -> hint.length() <= LONGEST)
                        .filter(hint -> hint.chars().noneMatch(Character::isISOControl))
                : Optional.empty();
    }
}
