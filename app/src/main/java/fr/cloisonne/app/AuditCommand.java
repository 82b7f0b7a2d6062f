package fr.cloisonne.app;

import fr.cloisonne.identity.audit.AuditInspection;
import fr.cloisonne.identity.audit.AuditVerification;
import fr.cloisonne.identity.audit.ChainName;
import java.io.IOException;
import java.io.PrintStream;

/**
 * {@code audit verify}: reads every chain again and names the first broken row of each. Beside a
 * running product it reads the very database that the product writes; where none runs it starts the
 * embedded one for as long as it takes.
 */
public final class AuditCommand {

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
        try (var context = CommandRooms.start("audit-verify", arguments)) {
            return verify(context.getBean(AuditInspection.class), out);
        }
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
