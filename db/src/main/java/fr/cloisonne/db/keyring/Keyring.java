package fr.cloisonne.db.keyring;

import fr.cloisonne.db.DatabaseSettings;
import fr.cloisonne.db.StartRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Keys derived from one master key by purpose (HKDF-SHA-256, RFC 5869). The master key comes from
 * the setting {@code cloisonne.master-key}, otherwise from a file of the data folder made at the
 * first start, readable by its owner alone; it is never in a database.
 */
@Component
public class Keyring {

    private static final int LENGTH = 32;
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey master;
    private final String keyId;

    Keyring(DatabaseSettings settings) throws IOException {
        String given = settings.masterKey();
        byte[] key = given == null ? kept(settings.data()) : decoded(given);
        if (key.length != LENGTH) {
            throw new StartRefusedException(
                    "The master key (cloisonne.master-key, or its file in the data folder) must be 32 bytes in Base64, not "
                            + key.length
                            + ": give the one that this data was written with.");
        }
        this.master = new SecretKeySpec(key, "Generic");
        this.keyId = HexFormat.of().formatHex(mac("key id", new byte[0])).substring(0, 8);
    }

    /**
     * Names the master key without telling anything of it.
     *
     * @return eight hexadecimal digits
     */
    public String keyId() {
        return keyId;
    }

    /**
     * HMAC-SHA-256 with the key of this purpose.
     *
     * @param purpose what the key is for; another purpose has another key
     * @param data what is authenticated
     * @return 32 bytes
     */
    public byte[] mac(String purpose, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key(purpose, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Encrypts with the key of this purpose (AES-256-GCM).
     *
     * @param purpose what the key is for
     * @param plain what to hide
     * @return nonce and cipher text
     */
    public byte[] seal(String purpose, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(plain);
            byte[] sealed = Arrays.copyOf(nonce, NONCE + hidden.length);
            System.arraycopy(hidden, 0, sealed, NONCE, hidden.length);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Opens what {@link #seal} closed.
     *
     * @param purpose what the key is for
     * @param sealed nonce and cipher text
     * @return what was hidden
     * @throws IllegalArgumentException if it was altered, or closed with another key
     */
    public byte[] open(String purpose, byte[] sealed) {
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE);
            return cipher(Cipher.DECRYPT_MODE, purpose, nonce)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException | RuntimeException altered) {
            throw new IllegalArgumentException("Not sealed with this key for " + purpose, altered);
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(purpose, "AES"), new GCMParameterSpec(128, nonce));
        return cipher;
    }

    private SecretKey key(String purpose, String algorithm) throws GeneralSecurityException {
        byte[] info = ("cloisonne " + purpose).getBytes(StandardCharsets.UTF_8);
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        algorithm,
                        HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(info, LENGTH));
    }

    private static byte[] decoded(String given) {
        try {
            return Base64.getDecoder().decode(given.strip());
        } catch (IllegalArgumentException garbled) {
            throw new StartRefusedException(
                    "The master key (cloisonne.master-key) is not Base64: give 32 bytes in Base64.");
        }
    }

    private static byte[] kept(Path folder) throws IOException {
        Path file = folder.resolve("secrets").resolve("master-key");
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            byte[] key = new byte[LENGTH];
            RANDOM.nextBytes(key);
            var mode = PosixFilePermissions.fromString("rw-------");
            Path aside =
                    Files.createTempFile(
                            file.getParent(),
                            "new",
                            null,
                            PosixFilePermissions.asFileAttribute(mode));
            Files.writeString(aside, Base64.getEncoder().encodeToString(key) + "\n");
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }
}
