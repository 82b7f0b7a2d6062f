package fr.cloisonne.invoicing.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.Siren;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class JudgingTests {

    private static final Verdict GOOD = new Verdict(null, null, List.of(), "", null);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final FirmId many = new FirmId(new UUID(0, 1));
    private final FirmId single = new FirmId(new UUID(0, 2));

    @TempDir private Path folder;

    @Test
    void oneFirmsManyFilesDelayAnothersByASingleTurn() throws Exception {
        Judging judging = judging(1, LONG);
        Semaphore allowed = new Semaphore(0);
        List<String> order = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Verdict>> all = new ArrayList<>();
            for (int n = 1; n <= 5; n++) {
                String name = "many " + n;
                all.add(people.submit(() -> judging.judge(many, noted(order, name, allowed))));
                while (judging.waiting() < n - 1) {
                    Thread.onSpinWait();
                }
            }
            all.add(people.submit(() -> judging.judge(single, noted(order, "single", allowed))));
            while (judging.waiting() < 5) {
                Thread.onSpinWait();
            }
            allowed.release(6);
            for (Future<Verdict> verdict : all) {
                assertThat(verdict.get()).isSameAs(GOOD);
            }
        }
        assertThat(order)
                .hasSize(6)
                .satisfies(done -> assertThat(done.indexOf("single")).isLessThanOrEqualTo(2));
    }

    private static Callable<Verdict> noted(List<String> order, String name, Semaphore allowed) {
        return () -> {
            allowed.acquire();
            order.add(name);
            return GOOD;
        };
    }

    @Test
    void noMoreDocumentsAreJudgedAtOnceThanSet() throws Exception {
        Judging judging = judging(2, LONG);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 200; n++) {
                var _ =
                        people.submit(() ->
                                judging.judge(
                                        many,
                                        () -> {
                                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                                            Thread.onSpinWait();
                                            now.decrementAndGet();
                                            return GOOD;
                                        }));
            }
        }
        assertThat(most.get()).isBetween(1, 2);
        assertThat(judging.waiting()).isZero();
    }

    @Test
    void whatTakesTooLongIsUnreadableAndKeepsItsPlaceUntilItEnds() throws Exception {
        Judging judging = judging(1, Duration.ofMillis(50));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Verdict verdict =
                judging.judge(
                        many,
                        () -> {
                            ending(asked, end);
                            return GOOD;
                        });
        assertThat(verdict.refusal()).isEqualTo(Verdict.TECHNICAL);
        assertThat(verdict.invoice()).isNull();
        assertThat(verdict.anomalies())
                .extracting(Anomaly::rule)
                .containsExactly("CLO-FILE-TOO-LONG");
        asked.await();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Verdict> next = people.submit(() -> judging.judge(single, () -> GOOD));
            while (judging.waiting() < 1) {
                Thread.onSpinWait();
            }
            assertThat(next.isDone()).isFalse();
            end.countDown();
            assertThat(next.get()).isNotNull();
        }
    }

    /** Work that notes that it was asked to end, and takes its time. */
    private static void ending(CountDownLatch asked, CountDownLatch end)
            throws InterruptedException {
        try {
            end.await();
        } catch (InterruptedException stop) {
            asked.countDown();
            end.await();
        }
    }

    @Test
    void whoeverLeavesTheQueueLosesNobodysTurn() throws Exception {
        Judging judging = judging(1, LONG);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Verdict> first =
                    () -> {
                        begun.countDown();
                        end.await();
                        return GOOD;
                    };
            var _ = people.submit(() -> judging.judge(many, first));
            Thread leaving =
                    Thread.ofVirtual()
                            .unstarted(() ->
                                    assertThatThrownBy(() -> judging.judge(many, () -> GOOD))
                                            .isInstanceOf(IOException.class));
            begun.await();
            leaving.start();
            while (judging.waiting() < 1) {
                Thread.onSpinWait();
            }
            leaving.interrupt();
            leaving.join();
            assertThat(judging.waiting()).isZero();
            end.countDown();
            assertThat(judging.judge(single, () -> GOOD)).isSameAs(GOOD);
        }
    }

    @Test
    void rulesThatNobodyWaitsForAnyMoreEndByThemselves() throws Exception {
        Path file = folder.resolve("lines.xml");
        Files.writeString(file, deep(2_000));
        CheckContext context = new CheckContext(new Siren("900000019"), LocalDate.of(2026, 11, 1));
        Thread.currentThread().interrupt();
        try {
            Verdict stopped = Checks.COMPLIANCE.check(file, context);
            assertThat(stopped.anomalies()).extracting(Anomaly::rule).contains("CLO-XML-BROKEN");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void moreElementsThanATreeMayHoldAreRefusedByName() throws IOException {
        Path file = folder.resolve("many.xml");
        Files.writeString(file, deep(1_000_001), StandardCharsets.UTF_8);
        CheckContext context = new CheckContext(new Siren("900000019"), LocalDate.of(2026, 11, 1));
        assertThat(Checks.COMPLIANCE.check(file, context).anomalies())
                .extracting(Anomaly::rule)
                .containsExactly("CLO-XML-TOO-MANY");
    }

    private static String deep(int elements) {
        return "<a>" + "<b/>".repeat(elements - 1) + "</a>";
    }

    private static Judging judging(int atOnce, Duration longest) {
        return new Judging(Checks.COMPLIANCE, new JudgingSettings(atOnce, longest));
    }
}
