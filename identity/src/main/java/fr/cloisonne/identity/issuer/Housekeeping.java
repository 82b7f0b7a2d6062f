package fr.cloisonne.identity.issuer;

import fr.cloisonne.identity.signature.SigningKeyRows;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes away what is over, and makes the next signing key in time; any node may do it. */
@Component
class Housekeeping {

    private static final int PIECE = 1_000;

    private final GrantRows grants;
    private final UsedAssertions assertions;
    private final SigningKeyRows keys;
    private final IssuerSettings settings;

    Housekeeping(
            GrantRows grants,
            UsedAssertions assertions,
            SigningKeyRows keys,
            IssuerSettings settings) {
        this.grants = grants;
        this.assertions = assertions;
        this.keys = keys;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void clean() {
        while (grants.clean(PIECE) == PIECE) {
            // Until there is less than a piece.
        }
        assertions.clean();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT20S")
    void keys() {
        keys.keepGoing(SigningKeys.SET, settings.keys());
    }
}
