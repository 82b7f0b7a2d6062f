package fr.cloisonne.app;

import fr.cloisonne.db.BesideProduct;
import fr.cloisonne.identity.audit.AuditInspection;
import fr.cloisonne.identity.audit.AuditVerification;
import fr.cloisonne.identity.audit.ChainName;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * {@code audit verify}: reads every chain again and names the first broken row of each. Beside a
 * running product it reads the very database that the product writes; where none runs it starts the
 * embedded one for as long as it takes.
 */
public final class AuditCommand {

    /** It does none of a node's work, and ends no session of the node that it stands beside. */
    private static final Map<String, String> ASIDE =
            Map.of(
                    "cloisonne.outbox.scheduled", "false",
                    "cloisonne.schemas.scheduled", "false",
                    "cloisonne.session.node", "audit-verify",
                    "spring.main.banner-mode", "off",
                    "spring.main.log-startup-info", "false",
                    "logging.level.root", "error",
                    "logging.level.fr.cloisonne", "error");

    private AuditCommand() {}

    /**
     * Verifies.
     *
     * @param arguments settings as {@code --name=value}
     * @param out where the findings go, a line a chain
     * @return 0 if everything is intact, 1 otherwise
     * @throws IOException if the data folder cannot be read
     */
    public static int verify(String[] arguments, PrintStream out) throws IOException {
        try (var context =
                new SpringApplicationBuilder(CommandRooms.class)
                        .web(WebApplicationType.NONE)
                        .run(settings(arguments))) {
            return verify(context.getBean(AuditInspection.class), out);
        }
    }

    /** As arguments of the start, which nothing overrides. */
    private static String[] settings(String[] arguments) throws IOException {
        Map<String, String> settings = new HashMap<>(ASIDE);
        String data = new SimpleCommandLinePropertySource(arguments).getProperty("cloisonne.data");
        boolean own = System.getenv("CLOISONNE_PLATFORM_URL") == null;
        if (own) {
            settings.putAll(BesideProduct.settings(Path.of(data == null ? "data" : data)));
        }
        return Stream.concat(
                        Stream.of(arguments),
                        settings.entrySet().stream()
                                .map(one -> "--" + one.getKey() + "=" + one.getValue()))
                .toArray(String[]::new);
    }

    private static int verify(AuditInspection inspection, PrintStream out) {
        Tally tally = new Tally(out);
        inspection.verifyAll(tally::add);
        out.printf(
                "%d chains, %d rows: %s%n",
                tally.chains, tally.rows, tally.broken == 0 ? "intact" : tally.broken + " broken");
        return tally.broken == 0 ? 0 : 1;
    }

    /** What was found so far; a chain that is whole needs no line. */
    private static final class Tally {

        private final PrintStream out;
        private long chains;
        private long rows;
        private long broken;

        Tally(PrintStream out) {
            this.out = out;
        }

        void add(ChainName chain, AuditVerification found) {
            chains++;
            rows += found.rows();
            if (!found.intact()) {
                broken++;
                out.printf(
                        "%s: row %d is the first that does not hold (%s)%n",
                        chain, found.firstBroken(), found.fault());
            }
        }
    }
}
