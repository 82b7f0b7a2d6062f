package fr.cloisonne.identity.signin;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id (RFC 9106), by default with 19 MiB, two passes, one lane; a few at a time, so that a
 * flood of sign-ins takes neither all memory nor all processors.
 */
@Component
@EnableConfigurationProperties(PasswordSettings.class)
class Passwords implements PasswordEncoder {

    static final int LONGEST = 128;

    private static final int PATIENCE_SECONDS = 10;
    private static final int SALT = 16;
    private static final int HASH = 32;

    private final PasswordEncoder argon2;
    private final Semaphore places;

    Passwords(PasswordSettings cost) {
        this.argon2 =
                new Argon2PasswordEncoder(SALT, HASH, cost.lanes(), cost.memory(), cost.passes());
        this.places = new Semaphore(cost.atOnce(), true);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        if (password == null) {
            return null;
        }
        String normal = normal(password);
        places.acquireUninterruptibly();
        try {
            return argon2.encode(normal);
        } finally {
            places.release();
        }
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || hash == null || password.length() > LONGEST * 4) {
            return false;
        }
        String normal = normal(password);
        if (normal.length() > LONGEST) {
            return false;
        }
        takePlace();
        try {
            return argon2.matches(normal, hash);
        } finally {
            places.release();
        }
    }

    /** Whoever asks in a flood is refused after a while, rather than let to wait for minutes. */
    private void takePlace() {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new SlowDownException();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new SlowDownException();
        }
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return argon2.upgradeEncoding(hash);
    }

    private static String normal(CharSequence password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
