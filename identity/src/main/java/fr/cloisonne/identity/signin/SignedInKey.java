package fr.cloisonne.identity.signin;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an HTTP session holds of its sign-in: 192 random bits, whose hash alone is in a table. */
record SignedInKey(String secret) implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = SignedInKey.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();

    static SignedInKey random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return new SignedInKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Optional<SignedInKey> in(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof SignedInKey key
                ? Optional.of(key)
                : Optional.empty();
    }

    void keep(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    static void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    String hash() {
        try {
            byte[] bytes = secret.getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "a sign-in";
    }
}
