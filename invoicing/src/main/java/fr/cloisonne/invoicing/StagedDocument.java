package fr.cloisonne.invoicing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/**
 * A file as the store will know it: a name that can be shown, and the hash of its bytes.
 *
 * @param file the file on disk
 * @param name at most 256 characters, none hidden
 * @param sha256 in hexadecimal
 */
record StagedDocument(DepositedFile file, String name, String sha256) {

    static StagedDocument of(DepositedFile file) throws IOException {
        return new StagedDocument(file, shown(file.name()), hash(file));
    }

    /** The last part of the path, without the characters that hide or turn text round. */
    private static String shown(String typed) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFC).replaceAll(".*[/\\\\]", "");
        String plain = name.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
        String shown = plain.isEmpty() ? "document" : plain;
        return shown.substring(0, Math.min(shown.length(), 256));
    }

    private static String hash(DepositedFile file) throws IOException {
        MessageDigest digest = digest();
        try (var bytes = new DigestInputStream(Files.newInputStream(file.content()), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }
}
