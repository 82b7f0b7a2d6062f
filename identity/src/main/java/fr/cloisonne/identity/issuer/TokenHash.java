package fr.cloisonne.identity.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What is kept of a token: its SHA-256. A token that comes from the store and was not presented
 * carries its hash in the place of its value, and never passes for a token when it is presented.
 */
final class TokenHash {

    private static final String STORED = "stored:";

    private TokenHash() {}

    /** Of a token that somebody presents. */
    static String of(String presented) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(presented.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In the place of a value that nobody knows any more. */
    static String inPlaceOfValue(String hash) {
        return STORED + hash;
    }

    static boolean isStored(String value) {
        return value.startsWith(STORED);
    }

    /** Of a token that is about to be kept: our own, new or from the store. */
    static String ofOurs(String value) {
        return isStored(value) ? value.substring(STORED.length()) : of(value);
    }
}
