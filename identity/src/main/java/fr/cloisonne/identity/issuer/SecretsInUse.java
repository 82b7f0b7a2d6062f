package fr.cloisonne.identity.issuer;

import fr.cloisonne.identity.technical.ClientSecret;
import fr.cloisonne.identity.technical.CredentialId;
import fr.cloisonne.identity.technical.TokenClient;
import fr.cloisonne.identity.technical.TokenClients;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares a client's secret with each that counts now, two while one takes over. Each stands as
 * {@code hash,id,seconds since it last served}, so that its use is written down at most once a
 * minute. Not the people's encoder: these secrets are random, a fast hash keeps them.
 */
final class SecretsInUse implements PasswordEncoder {

    private static final Duration NOTED = Duration.ofMinutes(1);

    private final TokenClients clients;
    private final Clock clock;

    SecretsInUse(TokenClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    static String of(Collection<TokenClient.Credential> credentials) {
        return credentials.stream()
                .filter(credential -> credential.secretHash() != null)
                .map(SecretsInUse::line)
                .collect(Collectors.joining(" "));
    }

    private static String line(TokenClient.Credential credential) {
        Instant last = credential.lastUsedAt();
        return String.join(
                ",",
                credential.secretHash(),
                credential.id().toString(),
                Long.toString(last == null ? 0 : last.getEpochSecond()));
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        throw new UnsupportedOperationException("Secrets are made where clients are");
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String inUse) {
        if (secret == null || inUse == null || inUse.isEmpty()) {
            return false;
        }
        byte[] presented = bytes(new ClientSecret(secret.toString()).hash());
        String found = null;
        for (String line : inUse.split(" ", -1)) {
            if (MessageDigest.isEqual(presented, bytes(line.substring(0, line.indexOf(','))))) {
                found = line;
            }
        }
        if (found != null) {
            note(found.split(",", -1));
        }
        return found != null;
    }

    private void note(String[] line) {
        Instant last = Instant.ofEpochSecond(Long.parseLong(line[2]));
        if (last.plus(NOTED).isBefore(clock.instant())) {
            clients.used(new CredentialId(UUID.fromString(line[1])));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
