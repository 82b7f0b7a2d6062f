package fr.cloisonne.app;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Measures what a request costs a server, in processor time and without what it takes when nobody
 * asks. The best of three rounds on a warm server counts, since all else on the machine can only
 * add to it.
 */
final class Meter {

    private static final int ROUNDS = 3;
    private static final int STILL_SECONDS = 10;

    private final Supplier<ServerLoad> load;
    private final Cost still;

    /** Milliseconds of processor time. */
    record Cost(double server, double database) {

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

    /** Of a server that has done something already and has come to rest. */
    Meter(Supplier<ServerLoad> load) throws InterruptedException {
        this.load = load;
        ServerLoad before = load.get();
        TimeUnit.SECONDS.sleep(STILL_SECONDS);
        this.still = Cost.of(load.get().since(before)).by(STILL_SECONDS);
    }

    /** What one request costs. */
    Cost of(int times, Callable<?> request) throws Exception {
        round(2 * times, request);
        Cost best = round(times, request);
        for (int n = 1; n < ROUNDS; n++) {
            best = best.best(round(times, request));
        }
        return best;
    }

    private Cost round(int times, Callable<?> request) throws Exception {
        ServerLoad before = load.get();
        long begun = System.nanoTime();
        for (int n = 0; n < times; n++) {
            request.call();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return Cost.of(load.get().since(before)).minus(still, seconds).by(times);
    }
}
