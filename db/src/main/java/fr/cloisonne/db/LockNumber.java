package fr.cloisonne.db;

/** Every advisory lock that the house takes, so that no two meet by chance. */
public enum LockNumber {
    /** One making of a client company; the second number tells which. */
    PROVISION(1_001),
    /** Handing over a database's events. */
    OUTBOX(1_002),
    /** Making the role of all tenants of a cell, and granting to it. */
    TENANTS_ROLE(1_003),
    /** Making the next signing key of a set. */
    SIGNING_KEYS(1_009);

    private final int number;

    LockNumber(int number) {
        this.number = number;
    }

    /**
     * The number as PostgreSQL takes it.
     *
     * @return the same for ever
     */
    public int number() {
        return number;
    }
}
