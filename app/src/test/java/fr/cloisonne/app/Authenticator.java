package fr.cloisonne.app;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** An authenticator application on somebody's telephone, told its secret in letters. */
final class Authenticator {

    private final byte[] secret;
    private final long step;

    private Authenticator(byte[] secret, long step) {
        this.secret = secret;
        this.step = step;
    }

    static Authenticator told(String letters) {
        return new Authenticator(
                Base32.decode(letters.replace(" ", "")), Instant.now().getEpochSecond() / 30);
    }

    /** The code so many steps after the one in which the secret was told. */
    String code(int stepsLater) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step + stepsLater).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
