package fr.cloisonne.identity.appointment;

import fr.cloisonne.db.keyring.Keyring;
import fr.cloisonne.identity.appointment.AppointmentRefusedException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The documents on which operators appoint: known by their first bytes, sealed by a key outside the
 * database, kept in pieces.
 */
@Component
class AppointmentProofs {

    private static final int PIECE = 512 * 1024;
    private static final String PURPOSE = "appointment-proof";

    private static final List<byte[]> BEGINNINGS =
            Stream.of("255044462d", "89504e470d0a1a0a", "ffd8ff")
                    .map(HexFormat.of()::parseHex)
                    .toList();

    private final JdbcClient platform;
    private final Keyring keyring;

    AppointmentProofs(@Qualifier("platformJdbc") JdbcClient platform, Keyring keyring) {
        this.platform = platform;
        this.keyring = keyring;
    }

    static void check(byte[] content) {
        boolean known =
                BEGINNINGS.stream()
                        .anyMatch(first ->
                                content.length > first.length
                                        && Arrays.equals(
                                                first, Arrays.copyOf(content, first.length)));
        if (!known || content.length > Appointments.LONGEST_PROOF) {
            throw new AppointmentRefusedException(Reason.NO_PROOF);
        }
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void keep(AppointmentId appointment, byte[] content) {
        for (int n = 0; n * PIECE < content.length; n++) {
            byte[] piece =
                    Arrays.copyOfRange(
                            content, n * PIECE, Math.min(content.length, (n + 1) * PIECE));
            platform.sql(
                            "INSERT INTO platform.appointment_proof (appointment_id, n, piece) VALUES (?, ?, ?)")
                    .params(appointment.value(), n, keyring.seal(PURPOSE, piece))
                    .update();
        }
    }

    long write(AppointmentId appointment, OutputStream to) {
        int pieces =
                platform.sql(
                                "SELECT count(*) FROM platform.appointment_proof WHERE appointment_id = ?")
                        .param(appointment.value())
                        .query(Integer.class)
                        .single();
        long size = 0;
        for (int n = 0; n < pieces; n++) {
            byte[] sealed =
                    platform.sql(
                                    "SELECT piece FROM platform.appointment_proof WHERE appointment_id = ? AND n = ?")
                            .params(appointment.value(), n)
                            .query((row, number) -> row.getBytes(1))
                            .single();
            try {
                byte[] piece = keyring.open(PURPOSE, sealed);
                to.write(piece);
                size += piece.length;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return size;
    }
}
