package fr.cloisonne.app;

import fr.cloisonne.tenancy.schema.SchemaRollout;
import fr.cloisonne.tenancy.schema.Schemas;
import fr.cloisonne.tenancy.value.SchemaLine;
import fr.cloisonne.tenancy.value.SchemaReport;
import java.io.IOException;
import java.io.PrintStream;
import java.util.stream.Stream;

/**
 * {@code schemas}: which client company's schema is at which version, who lags and why; with {@code
 * --upgrade} what lags is upgraded first, also what failed and whose turn has not come.
 */
public final class SchemasCommand {

    private static final String UPGRADE = "--upgrade";

    private SchemasCommand() {}

    /**
     * Tells how the schemas stand.
     *
     * @param arguments settings as {@code --name=value}, and {@code --upgrade}
     * @param out where it is told
     * @return 0 if every schema is at the latest version, 1 otherwise
     * @throws IOException if the data folder cannot be read
     */
    public static int run(String[] arguments, PrintStream out) throws IOException {
        boolean upgrade = Stream.of(arguments).anyMatch(UPGRADE::equals);
        String[] settings =
                Stream.of(arguments).filter(one -> !one.equals(UPGRADE)).toArray(String[]::new);
        try (var context = CommandRooms.start("schemas", settings)) {
            if (upgrade) {
                int done = context.getBean(SchemaRollout.class).retry();
                out.printf("%d upgraded%n", done);
            }
            SchemaReport report = context.getBean(Schemas.class).report();
            tell(report, out);
            return report.allGood() ? 0 : 1;
        }
    }

    private static void tell(SchemaReport report, PrintStream out) {
        out.printf(
                "version %d: %d of %d client companies%n",
                report.latest(), report.atLatest(), report.total());
        report.versions()
                .forEach((version, count) -> {
                    if (version != report.latest()) {
                        out.printf("version %d: %d%n", version, count);
                    }
                });
        if (report.held()) {
            out.println("The first ones all refused the change: the others are left alone.");
        }
        report.lines().forEach(line -> out.println(words(line)));
        if (report.more()) {
            out.printf("and more: the first %d are told%n", report.lines().size());
        }
    }

    private static String words(SchemaLine line) {
        String words =
                "%s %s, schema %s in cell %s, version %s: %s"
                        .formatted(
                                line.siren() == null ? "-" : line.siren(),
                                line.company(),
                                line.schema(),
                                line.cell(),
                                line.version() == null ? "unknown" : line.version(),
                                state(line));
        return line.nextAt() == null
                ? words
                : words
                        + " (%s; tried %d times, again from %s)"
                                .formatted(line.reason(), line.tries(), line.nextAt());
    }

    private static String state(SchemaLine line) {
        return switch (line.state()) {
            case WAITING -> "waits for its turn";
            case BUSY -> "somebody was working in it, or the database did not answer";
            case NO_ROOM -> "PostgreSQL had no disk or memory left";
            case CHANGE -> "PostgreSQL refused the change, it is closed";
            case SHAPE -> "it lacks something of its version, it is closed";
            case NEWER -> "newer than this program, and open to it";
            case TOO_NEW -> "newer than this program, which can no longer open it";
            case UNKNOWN -> "of a version that no node has told, it is closed";
        };
    }
}
