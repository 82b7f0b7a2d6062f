package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.SignedInPerson;
import fr.cloisonne.identity.UserAccountId;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in, as filters of a security chain ask it. */
final class SignedInHere {

    private SignedInHere() {}

    static Optional<UserAccountId> person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.getPrincipal() instanceof SignedInPerson person
                ? Optional.of(person.id())
                : Optional.empty();
    }
}
