package fr.cloisonne.identity.account;

import java.util.Set;

/** A password that may not be used, and why. */
public class PasswordRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<PasswordFault> faults;

    PasswordRefusedException(Set<PasswordFault> faults) {
        super("A password that is " + faults);
        this.faults = Set.copyOf(faults);
    }

    /**
     * Why.
     *
     * @return at least one
     */
    public Set<PasswordFault> faults() {
        return faults;
    }
}
