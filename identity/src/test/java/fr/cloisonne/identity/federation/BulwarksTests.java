package fr.cloisonne.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A provider that fails again and again is left alone; one that hangs holds few of us. */
class BulwarksTests {

    private static final int PLACES = 16;

    private final Bulwarks bulwarks = new Bulwarks();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void afterTenFailuresItIsCalledNoMoreForAWhileAndOthersAre() throws IOException {
        for (int n = 0; n < 10; n++) {
            assertThatThrownBy(() -> bulwarks.of("down").guard(this::fails))
                    .hasMessageContaining("down");
        }
        assertThatThrownBy(() -> bulwarks.of("down").guard(this::answers))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("left alone");
        assertThat(calls).hasValue(10);
        assertThat(bulwarks.of("up").guard(this::answers)).isEqualTo("yes");
    }

    @Test
    void whatItRefusesIsNoFailureOfIts() throws IOException {
        for (int n = 0; n < 30; n++) {
            assertThatThrownBy(() -> bulwarks.of("strict").guard(this::refuses))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(bulwarks.of("strict").guard(this::answers)).isEqualTo("yes");
    }

    @Test
    void whoFindsAllPlacesTakenIsTurnedAwayAtOnceAndFindsOneLater() throws Exception {
        var inside = new CountDownLatch(PLACES);
        var leave = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> stuck = new ArrayList<>();
            for (int n = 0; n < PLACES; n++) {
                stuck.add(
                        people.submit(() -> bulwarks.of("slow").guard(() -> hangs(inside, leave))));
            }
            inside.await();
            assertThatThrownBy(() -> bulwarks.of("slow").guard(this::answers))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("left alone");
            leave.countDown();
            for (Future<String> one : stuck) {
                assertThat(one.get()).isEqualTo("yes");
            }
        }
        assertThat(bulwarks.of("slow").guard(this::answers)).isEqualTo("yes");
    }

    private String hangs(CountDownLatch inside, CountDownLatch leave) throws IOException {
        inside.countDown();
        try {
            leave.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
        return answers();
    }

    private String answers() {
        calls.incrementAndGet();
        return "yes";
    }

    private String fails() throws IOException {
        calls.incrementAndGet();
        throw new IOException("down");
    }

    private String refuses() {
        throw new IllegalArgumentException("no");
    }
}
