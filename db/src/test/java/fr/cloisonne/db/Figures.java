package fr.cloisonne.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The table of what was measured, one row a figure, in the file that {@code -Dbench.file} names.
 * Without it nothing is kept: a figure is no assertion.
 */
public final class Figures {

    private static final @Nullable String FILE = System.getProperty("bench.file");

    private Figures() {}

    /**
     * Keeps a figure that has no counterpart.
     *
     * @param what what was measured, with its unit
     * @param ours the figure
     * @param goal what it should not exceed
     */
    public static void keep(String what, double ours, String goal) {
        row(what, number(ours), "", goal);
    }

    /**
     * Keeps a figure beside that of another product.
     *
     * @param what what was measured, with its unit
     * @param ours the figure
     * @param theirs the other's
     * @param goal what ours should not exceed
     */
    public static void keep(String what, double ours, double theirs, String goal) {
        row(what, number(ours), number(theirs), goal);
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }

    private static void row(String what, String ours, String theirs, String goal) {
        if (FILE == null) {
            return;
        }
        try {
            Files.writeString(
                    Path.of(FILE),
                    String.format(Locale.ROOT, "%-62s %10s %10s %10s%n", what, ours, theirs, goal),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
