package fr.cloisonne.identity.federation;

import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Whom a provider is to expect, as the request that starts a sign-in says. */
final class LoginHint {

    static final String PARAMETER = "login_hint";

    private static final int LONGEST = 254;

    private LoginHint() {}

    static Optional<String> ofThisRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? Optional.ofNullable(here.getRequest().getParameter(PARAMETER))
                        .filter(hint -> hint.length() <= LONGEST)
                        .filter(hint -> hint.chars().noneMatch(Character::isISOControl))
                : Optional.empty();
    }
}
