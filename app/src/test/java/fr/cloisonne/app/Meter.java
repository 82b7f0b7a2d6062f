package fr.cloisonne.app;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures what a request costs a server, in processor time and without what it takes when nobody
 * asks. The best of three rounds on a warm server counts, since all else on the machine can only
 * add to it.
 */
final class Meter {

    private static final int ROUNDS = 3;
    private static final int STILL_SECONDS = 10;

    private final Supplier<ServerLoad> load;
    private @Nullable Cost still;

    Meter(Supplier<ServerLoad> load) {
        this.load = load;
    }

    /** Milliseconds of processor time. */
    record Cost(double server, double database) {

        private static final Cost NOTHING = new Cost(0, 0);

        private static Cost of(ServerLoad load) {
            return new Cost(load.server().toNanos() / 1e6, load.database().toNanos() / 1e6);
        }

        Cost minus(Cost other, double times) {
            return new Cost(server - other.server * times, database - other.database * times);
        }

        private Cost by(double parts) {
            return new Cost(server / parts, database / parts);
        }

        private Cost best(Cost other) {
            return new Cost(Math.min(server, other.server), Math.min(database, other.database));
        }
    }

    /** What one request costs. */
    Cost of(int times, Callable<?> request) throws Exception {
        round(2 * times, request, Cost.NOTHING);
        Cost resting = still == null ? resting() : still;
        still = resting;
        Cost best = round(times, request, resting);
        for (int n = 1; n < ROUNDS; n++) {
            best = best.best(round(times, request, resting));
        }
        return best;
    }

    /** What a warm server that has come to rest takes in a second. */
    private Cost resting() throws InterruptedException {
        TimeUnit.SECONDS.sleep(STILL_SECONDS);
        ServerLoad before = load.get();
        TimeUnit.SECONDS.sleep(STILL_SECONDS);
        return Cost.of(load.get().since(before)).by(STILL_SECONDS);
    }

    private Cost round(int times, Callable<?> request, Cost resting) throws Exception {
        ServerLoad before = load.get();
        long begun = System.nanoTime();
        for (int n = 0; n < times; n++) {
            request.call();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return Cost.of(load.get().since(before)).minus(resting, seconds).by(times);
    }
}
