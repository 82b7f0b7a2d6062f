package fr.cloisonne.identity.technical;

import java.util.Arrays;
import java.util.Optional;

/** What a machine may do for the companies of its connection. */
public enum ConnectionScope {
    /** Deposit flows and invoices. */
    FLOWS_WRITE("flows.write"),
    /** Read flows, invoices and their statuses. */
    FLOWS_READ("flows.read"),
    /** Look recipients up in the directory. */
    DIRECTORY_READ("directory.read");

    private final String code;

    ConnectionScope(String code) {
        this.code = code;
    }

    /**
     * As it stands in a token request.
     *
     * @return the same for ever
     */
    public String code() {
        return code;
    }

    static Optional<ConnectionScope> of(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }
}
