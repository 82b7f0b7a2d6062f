package fr.cloisonne.identity.technical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A secret that we make for a client: 256 random bits, so that a fast hash keeps it as safe as a
 * slow one would.
 *
 * @param clear shown once, kept nowhere
 */
public record ClientSecret(String clear) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Those who search for leaked secrets know ours by this. */
    private static final String PREFIX = "cloisonne_";

    static ClientSecret random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new ClientSecret(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * What is kept of a secret.
     *
     * @return SHA-256 in hexadecimal digits
     */
    public String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(clear.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** By which people tell two of them apart. */
    String hint() {
        return "…" + clear.substring(clear.length() - 4);
    }

    @Override
    public String toString() {
        return hint();
    }
}
