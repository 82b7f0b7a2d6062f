package fr.cloisonne.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import fr.cloisonne.db.Figures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a collaborator waits for, and what the product costs at rest: start, memory, deposit, change
 * of client. Started by {@code ./cloisonne bench}; nothing is asserted but that each is done.
 */
class WorkBench {

    private static final int STARTS = 3;
    private static final int DEPOSITS = 12;
    private static final int SWITCHES = 12;
    private static final Duration AT_REST = Duration.ofSeconds(10);
    private static final Pattern READY = Pattern.compile("is ready at \\S+ \\((\\d+) ms\\)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    @Test
    void aDayAtWork() throws Exception {
        try (var prepared = RunningProduct.start()) {
            prepared.stops();
            List<Double> starts = new ArrayList<>();
            List<Double> memory = new ArrayList<>();
            for (int start = 0; start < STARTS; start++) {
                try (var product = started(prepared)) {
                    starts.add(ready());
                    product.rests(AT_REST);
                    memory.add(resident(product));
                }
            }
            Figures.keep("start to ready, second start, s", median(starts), "8");
            Figures.keep("resident memory at rest, MB", median(memory), "450");
            try (var product = started(prepared);
                    Playwright playwright = Visitor.playwright();
                    Browser browser = Visitor.browser(playwright);
                    Visitor claire = Visitor.arrives(prepared, browser)) {
                claire.signsIn(InBrowser.CLAIRE).sees("Boulangerie du Lac");
                deposits(claire);
                switches(claire);
                Figures.keep("resident memory after that work, MB", resident(product), "");
            }
        }
    }

    private static StartedProduct started(RunningProduct prepared) throws Exception {
        return StartedProduct.start(prepared.folder(), prepared.port(), Map.of());
    }

    /** From the choice of the file to the verdict on screen. */
    private static void deposits(Visitor claire) {
        List<Double> times = new ArrayList<>();
        for (int one = 0; one < DEPOSITS; one++) {
            String number = "BENCH-" + one;
            byte[] file = InBrowser.sample(number).ubl().getBytes(StandardCharsets.UTF_8);
            claire.goesTo(InBrowser.BAKERY + "/deposit").sees("Factures électroniques");
            long began = System.nanoTime();
            InBrowser.upload(claire, number + ".xml", file);
            claire.sees("Acceptée");
            times.add(seconds(began));
        }
        Figures.keep("first deposit of a started product, s", times.removeFirst(), "");
        Figures.keep("deposit, from the file to the verdict on screen, s", median(times), "1");
    }

    /** All requests of the new page, as the browser waits for each. */
    private static void switches(Visitor claire) {
        var waited = new ConcurrentLinkedQueue<Double>();
        Consumer<Request> listen =
                request -> waited.add(request.timing().responseEnd - request.timing().requestStart);
        List<Double> times = new ArrayList<>();
        claire.page().onRequestFinished(listen);
        for (int one = 0; one < SWITCHES; one++) {
            waited.clear();
            boolean there = one % 2 == 0;
            claire.goesTo(there ? InBrowser.GARAGE : InBrowser.BAKERY)
                    .sees(there ? "Garage Pelletier" : "Boulangerie du Lac");
            times.add(waited.stream().mapToDouble(Double::doubleValue).filter(ms -> ms > 0).sum());
        }
        claire.page().offRequestFinished(listen);
        Figures.keep("change of client, all requests of the page, ms", median(times), "150");
    }

    private static double ready() throws IOException {
        Matcher line = READY.matcher(Files.readString(StartedProduct.LOG));
        if (!line.find()) {
            throw new IOException("The product did not say when it was ready");
        }
        return Long.parseLong(line.group(1)) / 1_000.0;
    }

    private static double resident(StartedProduct product) throws IOException {
        Path status = Path.of("/proc", String.valueOf(product.pid()), "status");
        Matcher line = RESIDENT.matcher(Files.readString(status));
        if (!line.find()) {
            throw new IOException(status + " does not tell the memory");
        }
        return Long.parseLong(line.group(1)) / 1_024.0;
    }

    private static double seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1_000.0;
    }

    private static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
