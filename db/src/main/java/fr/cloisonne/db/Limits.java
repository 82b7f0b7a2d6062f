package fr.cloisonne.db;

import java.time.Duration;

/**
 * How long the database works, waits or is kept waiting for one login before it ends the statement
 * (or, where nothing comes, the transaction) by itself.
 *
 * @param statement one statement
 * @param lock one wait for a lock
 * @param idle a transaction in which nothing is asked
 */
record Limits(Duration statement, Duration lock, Duration idle) {

    /** An act of a person or a machine is a matter of seconds; a right holds for thirty of them. */
    static final Limits ACT =
            new Limits(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(60));

    /** To make, upgrade or take away a schema may last, and waits for those who are in it. */
    static final Limits PROVISION =
            new Limits(Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofMinutes(10));

    /** What a new connection is told first. */
    String sql() {
        return "SET statement_timeout = %d; SET lock_timeout = %d; SET idle_in_transaction_session_timeout = %d"
                .formatted(statement.toMillis(), lock.toMillis(), idle.toMillis());
    }
}
