package fr.cloisonne.app.check;

import fr.cloisonne.app.check.CheckOptions.WrongUsageException;
import fr.cloisonne.app.check.Judgement.Outcome;
import fr.cloisonne.invoicing.compliance.CheckContext;
import fr.cloisonne.invoicing.compliance.Compliance;
import fr.cloisonne.invoicing.compliance.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.util.FileSystemUtils;

/**
 * {@code check FILE…}: the verdict that a deposit would give, on the command line. As many
 * documents at once as there are processors; the report keeps their order.
 */
public final class CheckCommand {

    /** All documents conform. */
    public static final int ALL_VALID = 0;

    /** At least one does not, or cannot be read. */
    public static final int SOME_INVALID = 1;

    /** The command was wrong, or something that it names is not there. */
    public static final int NOT_DONE = 2;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int UNDER_WAY = 4 * PROCESSORS;

    /** Reading and rules alone. Not a configuration: the product must not find it. */
    @ComponentScan({"fr.cloisonne.invoicing.reading", "fr.cloisonne.invoicing.compliance"})
    private static final class Rooms {}

    private final Compliance compliance;
    private final CheckContext context;
    private final CheckReport report;
    private final PrintStream errors;
    private final Deque<Future<Judgement>> underWay = new ArrayDeque<>();
    private int status = ALL_VALID;

    private CheckCommand(
            Compliance compliance, CheckContext context, CheckReport report, PrintStream errors) {
        this.compliance = compliance;
        this.context = context;
        this.report = report;
        this.errors = errors;
    }

    /**
     * Judges.
     *
     * @param arguments options and files
     * @param in what {@code -} reads
     * @param out where the report goes
     * @param errors where it is said that the command is wrong or a file missing
     * @return {@link #ALL_VALID}, {@link #SOME_INVALID} or {@link #NOT_DONE}
     * @throws IOException if a copy cannot be written or a file goes away meanwhile
     */
    public static int run(String[] arguments, InputStream in, PrintStream out, PrintStream errors)
            throws IOException {
        CheckOptions options;
        try {
            options = CheckOptions.of(arguments, System.getenv("LANG"));
        } catch (WrongUsageException wrong) {
            errors.println("cloisonne: " + wrong.getMessage());
            return NOT_DONE;
        }
        try (var context =
                new SpringApplicationBuilder(Rooms.class)
                        .web(WebApplicationType.NONE)
                        .properties("logging.level.root=off", "logging.level.fr.cloisonne=off")
                        .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                        .logStartupInfo(false)
                        .run()) {
            return new CheckCommand(
                            context.getBean(Compliance.class),
                            new CheckContext(options.company(), today()),
                            report(options, out),
                            errors)
                    .run(options, in);
        }
    }

    private static CheckReport report(CheckOptions options, PrintStream out) {
        return options.json()
                ? new JsonReport(out, options.language())
                : new PlainReport(out, options.language());
    }

    /** French business days are days of Paris, wherever the command runs. */
    private static LocalDate today() {
        return LocalDate.now(Clock.system(ZoneId.of("Europe/Paris")));
    }

    private int run(CheckOptions options, InputStream in) throws IOException {
        Path staging = Files.createTempDirectory("cloisonne-check");
        try (ExecutorService threads = Executors.newFixedThreadPool(PROCESSORS)) {
            new Inputs(options, in, staging, input -> judge(input, threads), this::missing).read();
            while (!underWay.isEmpty()) {
                tell();
            }
        } finally {
            FileSystemUtils.deleteRecursively(staging);
        }
        report.end();
        return status;
    }

    private void missing(String shown) {
        errors.println("cloisonne: " + shown + ": no such file, or it cannot be read");
        status = NOT_DONE;
    }

    private void judge(Input input, ExecutorService threads) {
        if (underWay.size() >= UNDER_WAY) {
            tell();
        }
        underWay.add(
                threads.submit(() -> new Judgement(input.file(), input.entry(), verdict(input))));
    }

    private Verdict verdict(Input input) throws IOException {
        Path content = input.content();
        if (content == null) {
            return Verdict.unreadable(input.rule(), input.detail());
        }
        try {
            return compliance.check(content, context);
        } finally {
            if (input.passing()) {
                Files.delete(content);
            }
        }
    }

    private void tell() {
        Judgement judgement = done(underWay.remove());
        if (judgement.outcome() != Outcome.VALID) {
            status = Math.max(status, SOME_INVALID);
        }
        report.add(judgement);
    }

    private static Judgement done(Future<Judgement> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            throw cause instanceof IOException gone
                    ? new UncheckedIOException(gone)
                    : new IllegalStateException(cause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
