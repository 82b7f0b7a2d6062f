package fr.cloisonne.identity.provider;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Names a person differently to each client, as FranceConnect v2 does: {@code sha256(client ‖
 * identity ‖ secret)} in hexadecimal, then {@code v1}. The secret outlives restarts, so that a link
 * once made still holds.
 */
final class Pairwise {

    private static final String FILE = "identity-provider.secret";

    private final String secret;

    private Pairwise(String secret) {
        this.secret = secret;
    }

    static Pairwise keptIn(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        var mine =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.createFile(file, mine);
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            Files.writeString(file, HexFormat.of().formatHex(random));
        } catch (FileAlreadyExistsException kept) {
            // The secret of an earlier start.
        }
        return new Pairwise(Files.readString(file).strip());
    }

    String subject(String client, String login) {
        return sha256(client + sha256(login) + secret) + "v1";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
