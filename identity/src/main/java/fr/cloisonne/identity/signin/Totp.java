package fr.cloisonne.identity.signin;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * One-time codes of an authenticator application (RFC 6238), as all of them know it: HMAC-SHA-1,
 * six digits, a step of thirty seconds.
 */
final class Totp implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SECRET = 20;
    private static final long STEP = 30;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;

    Totp(byte[] secret) {
        this.secret = secret.clone();
    }

    static Totp random() {
        byte[] secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        return new Totp(secret);
    }

    byte[] secret() {
        return secret.clone();
    }

    /** As it is typed into an application that cannot see the picture. */
    String text() {
        return Base32.toBase32String(secret);
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP);
    }

    String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The step that this code belongs to: the one of this moment, or its neighbours. */
    OptionalLong matching(String typed, Instant now) {
        long here = step(now);
        return LongStream.rangeClosed(here - 1, here + 1)
                .filter(step -> same(code(step), typed))
                .findFirst();
    }

    private static boolean same(String code, String typed) {
        return MessageDigest.isEqual(
                code.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                typed.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
