package fr.cloisonne.tenancy.schema;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Why a schema could not be upgraded, in words that may be kept and read: names of tables and
 * columns, never what lies in them.
 *
 * @param kind what kind of failure
 * @param reason the words
 */
record Refusal(FailureKind kind, String reason) {

    /** The refusal in a failure; nothing where the database was not even asked. */
    static Optional<Refusal> of(Throwable failure) {
        if (failure instanceof SchemaMismatchException lacking) {
            return Optional.of(new Refusal(FailureKind.SHAPE, cut(lacking.getMessage())));
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                return Optional.of(
                        new Refusal(
                                FailureKind.of(refused.getSQLState()),
                                cut(word(refused.getSQLState(), refused))));
            }
        }
        return Optional.empty();
    }

    /** A data exception (class 22) quotes the value; other details come in lines of their own. */
    private static @Nullable String word(String sqlState, SQLException refused) {
        ServerErrorMessage told =
                refused instanceof PSQLException server ? server.getServerErrorMessage() : null;
        return told == null || sqlState.startsWith("22")
                ? "SQLSTATE " + sqlState
                : told.getMessage();
    }

    private static String cut(@Nullable String words) {
        String line = String.valueOf(words).replaceAll("\\s+", " ");
        return line.substring(0, Math.min(500, line.length()));
    }
}
