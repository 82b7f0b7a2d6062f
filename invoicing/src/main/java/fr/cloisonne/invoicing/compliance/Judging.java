package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.tenancy.value.FirmId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The bench at which this node judges documents: few at a time, by turns among the firms, each for
 * a limited time. Work stands on threads of the system, so that rules that calculate for long do
 * not keep pages waiting; one that is stopped keeps its place until it has really ended.
 */
@Component
@EnableConfigurationProperties(JudgingSettings.class)
public class Judging {

    private static final Logger LOG = LoggerFactory.getLogger(Judging.class);

    private final Compliance compliance;
    private final Duration longest;
    private final FairTurns<FirmId> turns;

    Judging(Compliance compliance, JudgingSettings settings) {
        this.compliance = compliance;
        this.longest = settings.longest();
        this.turns = new FairTurns<>(settings.atOnce());
    }

    /**
     * Waits for the firm's turn and judges the file.
     *
     * @param firm whose turn it takes
     * @param file a file that does not change meanwhile
     * @param context for whom, and on which day
     * @return the verdict; a document that takes too long is refused as unreadable
     * @throws IOException if the file cannot be read from the disk, or the node stops
     */
    public Verdict judge(FirmId firm, Path file, CheckContext context) throws IOException {
        return judge(firm, () -> compliance.check(file, context));
    }

    Verdict judge(FirmId firm, Callable<Verdict> check) throws IOException {
        try {
            turns.take(firm);
            return limited(new FutureTask<>(check));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    /** How many documents wait for their turn. */
    int waiting() {
        return turns.waiting();
    }

    private Verdict limited(FutureTask<Verdict> check) throws IOException, InterruptedException {
        Thread.ofPlatform().daemon().name("judging").start(() -> run(check));
        try {
            return check.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            LOG.warn("a document was not judged within {}", longest);
            return tooLong();
        } catch (ExecutionException failed) {
            throw rethrown(Objects.requireNonNull(failed.getCause()));
        } finally {
            check.cancel(true);
        }
    }

    private void run(FutureTask<Verdict> check) {
        try {
            check.run();
        } finally {
            turns.give();
        }
    }

    private Verdict tooLong() {
        Anomaly anomaly =
                Anomaly.error("CLO-FILE-TOO-LONG", null, Long.toString(longest.toSeconds()), null);
        return new Verdict(null, null, List.of(anomaly), OfficialRules.VERSION, Verdict.TECHNICAL);
    }

    private static IOException rethrown(Throwable cause) {
        return switch (cause) {
            case RuntimeException failure -> throw failure;
            case Error error -> throw error;
            case IOException unreadable -> unreadable;
            default -> new IOException(cause);
        };
    }
}
