package fr.cloisonne.app.demonstration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The port after the product's is taken. */
final class ProviderPortBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int port;

    ProviderPortBusyException(int port, Throwable cause) {
        super("Port " + port + " is busy", cause);
        this.port = port;
    }

    /** Says it in one line. */
    static final class Analyzer extends AbstractFailureAnalyzer<ProviderPortBusyException> {

        @Override
        protected FailureAnalysis analyze(Throwable root, ProviderPortBusyException busy) {
            return new FailureAnalysis(
                    "The demonstration's identity provider needs port "
                            + busy.port
                            + ", which is busy.",
                    "Start with another --port (the provider takes the next one), or with --no-demo.",
                    busy);
        }
    }
}
