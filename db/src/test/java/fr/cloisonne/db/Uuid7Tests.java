package fr.cloisonne.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Uuid7Tests {

    @Test
    void carriesTheTimeTheVersionAndTheVariantOfRfc9562() {
        long before = System.currentTimeMillis();
        UUID id = Uuid7.next();
        long after = System.currentTimeMillis();
        // A burst runs ahead of the clock: 4,096 ids a millisecond keep their order.
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, after + 1_000);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void eachSortsAfterTheOneBefore() {
        String last = Uuid7.next().toString();
        for (int n = 0; n < 20_000; n++) {
            String next = Uuid7.next().toString();
            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }

    @Test
    void noTwoAreEqualHoweverManyAreMadeAtOnce() {
        Set<UUID> all = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50)
                    .forEach(i ->
                            threads.execute(() ->
                                    IntStream.range(0, 400).forEach(n -> all.add(Uuid7.next()))));
        }
        assertThat(all).hasSize(20_000);
    }
}
