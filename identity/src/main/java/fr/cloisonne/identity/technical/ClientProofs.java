package fr.cloisonne.identity.technical;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives a client what it proves itself with, for as long as the settings say. */
@Component
class ClientProofs {

    private final ClientRows rows;
    private final ConnectionSettings settings;
    private final Clock clock;

    ClientProofs(ClientRows rows, ConnectionSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes the public key, or makes a secret where there is none. */
    @Nullable ClientSecret give(TokenClientId client, @Nullable String publicKey) {
        Instant until = clock.instant().plus(settings.secretLife());
        if (publicKey != null) {
            rows.key(client, PublicKeyText.parse(publicKey), until);
            return null;
        }
        ClientSecret secret = ClientSecret.random();
        rows.secret(client, secret, until);
        return secret;
    }
}
