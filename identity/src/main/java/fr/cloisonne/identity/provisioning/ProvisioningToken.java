package fr.cloisonne.identity.provisioning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a directory shows to be let in: which token it is, and 256 random bits, so that a fast hash
 * keeps them as safe as a slow one would.
 *
 * @param id which token
 * @param secret never shown again
 */
public record ProvisioningToken(UUID id, String secret) {

    /** Those who search for leaked secrets know ours by this. */
    private static final String PREFIX = "cloisonne_scim_";

    private static final Pattern FORM =
            Pattern.compile(PREFIX + "([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{43})");

    private static final SecureRandom RANDOM = new SecureRandom();

    static ProvisioningToken random(UUID id) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new ProvisioningToken(id, encoded(bytes));
    }

    static Optional<ProvisioningToken> parse(String shown) {
        Matcher matcher = FORM.matcher(shown);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ByteBuffer id = ByteBuffer.wrap(Base64.getUrlDecoder().decode(matcher.group(1)));
        return Optional.of(
                new ProvisioningToken(new UUID(id.getLong(), id.getLong()), matcher.group(2)));
    }

    /**
     * As it is shown once and sent with each request.
     *
     * @return the text
     */
    public String clear() {
        byte[] bytes = new byte[16];
        ByteBuffer.wrap(bytes)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return PREFIX + encoded(bytes) + secret;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** By which people tell two of them apart. */
    @Override
    public String toString() {
        return PREFIX + id;
    }
}
